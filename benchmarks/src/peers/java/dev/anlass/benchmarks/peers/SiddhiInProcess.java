package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.peers.ShopEvent.Kind;
import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.event.Event;
import io.siddhi.core.query.output.callback.QueryCallback;
import io.siddhi.core.stream.input.InputHandler;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Siddhi: a query with a pattern for each rule, in playback, with time given by the events.
 *
 * <p>Not in a partition by customer, which is slower with ten rules and more and has no room for a thousand. All streams
 * have the same attributes: streams of different width make it lose events.
 */
final class SiddhiInProcess implements EngineInProcess {

    private static final String STREAM =
            "define stream %s (number long, customer string, item string, category string, price double);%n";
    private static final String QUERY = """
            @info(name = '%s')
            from every basket=Added[category == '%s' and price > %s]
              -> not Purchased[customer == basket.customer and item == basket.item]
                 and visit=Visited[customer == basket.customer]
              within %d milliseconds
            select visit.number as number, visit.customer as customer
            insert into Matches;
            """;

    private record Sent(Kind kind, Event event) {}

    private final SiddhiManager manager = new SiddhiManager();
    private final List<VisitRule> rules;
    private final List<Sent> sent = new ArrayList<>();
    private final Map<Kind, InputHandler> handlers = new EnumMap<>(Kind.class);
    private @Nullable SiddhiAppRuntime runtime;
    private Tally tally = new Tally();

    SiddhiInProcess(List<VisitRule> rules, List<ShopEvent> events) {
        this.rules = rules;
        for (ShopEvent event : events) {
            Object[] values = {event.number(), event.customer(), event.item(), event.category(), event.price()};
            sent.add(new Sent(event.kind(), new Event(event.time(), values)));
        }
    }

    @Override
    public String name() {
        return "Siddhi";
    }

    @Override
    public void begin() {
        end();
        Tally fresh = new Tally();
        SiddhiAppRuntime ready = manager.createSiddhiAppRuntime(application());
        for (VisitRule rule : rules) {
            ready.addCallback(rule.name(), new QueryCallback() {
                @Override
                public void receive(long time, Event[] found, Event[] expired) {
                    for (Event match : found) {
                        fresh.add(rule.number(), (String) match.getData(1), (Long) match.getData(0));
                    }
                }
            });
        }
        ready.start();
        for (Kind kind : Kind.values()) {
            handlers.put(kind, ready.getInputHandler(stream(kind)));
        }
        runtime = ready;
        tally = fresh;
    }

    private String application() {
        StringBuilder text = new StringBuilder("@app:name('compared') @app:playback\n");
        for (Kind kind : Kind.values()) {
            text.append(STREAM.formatted(stream(kind)));
        }
        for (VisitRule rule : rules) {
            text.append(QUERY.formatted(
                    rule.name(), rule.category(), rule.threshold(), VisitRule.WITHIN.toMillis()));
        }
        return text.toString();
    }

    private static String stream(Kind kind) {
        return switch (kind) {
            case VIEWED -> "Viewed";
            case ADDED -> "Added";
            case PURCHASED -> "Purchased";
            case VISITED -> "Visited";
        };
    }

    @Override
    public void run() {
        try {
            for (Sent event : sent) {
                InputHandler handler = handlers.get(event.kind());
                if (handler != null) {
                    handler.send(event.event());
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Tally.Found found() {
        return tally.found();
    }

    @Override
    public void close() {
        end();
        manager.shutdown();
    }

    @Override
    public void end() {
        SiddhiAppRuntime before = runtime;
        if (before != null) {
            before.shutdown();
        }
        runtime = null;
        handlers.clear();
    }
}
