package dev.anlass.benchmarks.peers;

import com.espertech.esper.common.client.EPCompiled;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompileException;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import com.espertech.esper.runtime.client.EPDeployException;
import com.espertech.esper.runtime.client.EPEventService;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import com.espertech.esper.runtime.client.EPStatement;
import com.espertech.esper.common.client.EventSender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Esper: a statement with a pattern for each rule, over events that are plain objects, with time given from outside.
 *
 * <p>A pattern per rule without a context by customer: its filters by customer are looked up in a table, while a context
 * makes a copy of each statement for each customer. Its windows end before their bound, hence the millisecond more.
 */
final class EsperInProcess implements EngineInProcess {

    private static final String STATEMENT = """
            @name('%s') select visit.number as number, visit.customer as customer from pattern [
              every basket=Added(category='%s' and price > %s)
                -> ((visit=Visited(customer=basket.customer)
                     and not Purchased(customer=basket.customer and item=basket.item))
                    where timer:within(%d milliseconds))]
            """;

    private final Configuration configuration = configuration();
    private final EPCompiled compiled;
    private final List<Act> acts = new ArrayList<>();
    private final EPRuntime runtime;
    private Map<Class<?>, EventSender> senders = Map.of();
    private Tally tally = new Tally();

    EsperInProcess(List<VisitRule> rules, List<ShopEvent> events) {
        this.compiled = compiled(rules);
        events.forEach(event -> acts.add(Act.of(event)));
        this.runtime = EPRuntimeProvider.getRuntime("compared-" + rules.size(), configuration);
    }

    @Override
    public String name() {
        return "Esper";
    }

    @Override
    public void begin() {
        try {
            end();
            EPEventService events = runtime.getEventService();
            events.clockExternal();
            events.advanceTime(0);
            Tally fresh = new Tally();
            for (EPStatement statement : runtime.getDeploymentService().deploy(compiled).getStatements()) {
                listen(statement, fresh);
            }
            senders = senders(events);
            tally = fresh;
        } catch (EPDeployException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void listen(EPStatement statement, Tally tally) {
        int rule = VisitRule.number(statement.getName());
        statement.addListener((added, removed, source, runtime) -> {
            for (var match : added) {
                tally.add(rule, (String) match.get("customer"), (Long) match.get("number"));
            }
        });
    }

    @Override
    public void run() {
        EPEventService events = runtime.getEventService();
        for (Act act : acts) {
            events.advanceTime(act.getTime());
            sender(act).sendEvent(act);
        }
    }

    private EventSender sender(Act act) {
        @Nullable EventSender sender = senders.get(act.getClass());
        if (sender == null) {
            throw new IllegalStateException("nothing has begun");
        }
        return sender;
    }

    @Override
    public Tally.Found found() {
        return tally.found();
    }

    @Override
    public void end() {
        runtime.initialize();
    }

    @Override
    public void close() {
        runtime.destroy();
    }

    private EPCompiled compiled(List<VisitRule> rules) {
        String module = rules.stream()
                .map(rule -> STATEMENT.formatted(
                        rule.name(),
                        rule.category(),
                        rule.threshold(),
                        VisitRule.WITHIN.toMillis() + 1))
                .collect(Collectors.joining(";\n"));
        try {
            return EPCompilerProvider.getCompiler().compile(module, new CompilerArguments(configuration));
        } catch (EPCompileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Class<?>, EventSender> senders(EPEventService events) {
        Map<Class<?>, EventSender> senders = new HashMap<>();
        for (Class<?> type : Act.class.getPermittedSubclasses()) {
            senders.put(type, events.getEventSender(type.getSimpleName()));
        }
        return senders;
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        for (Class<?> type : Act.class.getPermittedSubclasses()) {
            configuration.getCommon().addEventType(type.getSimpleName(), type);
        }
        configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
        return configuration;
    }
}
