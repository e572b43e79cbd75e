package dev.anlass.jobs.push.gateway;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What the gateway counts, in the text format of Prometheus. Nothing in it is about one customer. */
final class Counts {

    /** Names stand here once: the documents list them. */
    enum Count {
        FEEDBACK("feedback_total", "outcome", "What apps said became of actions."),
        REFUSED("refused_total", "reason", "Requests that were refused."),
        DELIVERED("delivered_total", "", "Messages that got to an open app for the first time."),
        UNTOLD("untold_total", "", "Deliveries that could not be written to the events."),
        ENDED("ended_total", "reason", "Connections that the gateway ended.");

        private final String name;
        private final String label;
        private final String help;

        Count(String name, String label, String help) {
            this.name = name;
            this.label = label;
            this.help = help;
        }
    }

    /** A state of the moment. */
    record Gauge(String name, String help, long value) {}

    private final Map<Count, Map<String, LongAdder>> counts = new EnumMap<>(Count.class);

    Counts() {
        for (Count count : Count.values()) {
            counts.put(count, new ConcurrentSkipListMap<>());
        }
        for (Outcome outcome : Outcome.values()) {
            adder(Count.FEEDBACK, outcome.word());
        }
        adder(Count.DELIVERED, "");
        adder(Count.UNTOLD, "");
    }

    void add(Count count, String label) {
        adder(count, label).increment();
    }

    void add(Count count) {
        add(count, "");
    }

    /** All counts, and these. */
    String text(Iterable<Gauge> gauges) {
        StringBuilder text = new StringBuilder();
        for (Gauge gauge : gauges) {
            head(text, gauge.name(), gauge.help(), "gauge");
            text.append(full(gauge.name())).append(' ').append(gauge.value()).append('\n');
        }
        counts.forEach((count, byLabel) -> {
            head(text, count.name, count.help, "counter");
            byLabel.forEach((label, adder) -> text.append(full(count.name))
                    .append(label.isEmpty() ? "" : "{" + count.label + "=\"" + label + "\"}")
                    .append(' ')
                    .append(adder.sum())
                    .append('\n'));
        });
        return text.toString();
    }

    private LongAdder adder(Count count, String label) {
        return Objects.requireNonNull(counts.get(count)).computeIfAbsent(label, unknown -> new LongAdder());
    }

    private static void head(StringBuilder text, String name, String help, String type) {
        text.append("# HELP ").append(full(name)).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(full(name)).append(' ').append(type).append('\n');
    }

    private static String full(String name) {
        return "anlass_gateway_" + name;
    }
}
