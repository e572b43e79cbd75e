package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.metrics.PushMetrics;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Sender;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The lines of one subtask, one to each provider. */
final class Lines implements AutoCloseable {

    private final Map<Provider, Line> lines = new EnumMap<>(Provider.class);

    private Lines() {}

    static Lines open(PushPlan plan, Sender inApp, PushMetrics metrics) {
        Lines lines = new Lines();
        lines.add(Provider.IN_APP, inApp, plan, metrics);
        plan.senders().open().forEach((provider, sender) -> lines.add(provider, sender, plan, metrics));
        for (Provider provider : Provider.values()) {
            lines.lines.computeIfAbsent(provider, missing -> new Line(missing, new NotSetUp(), plan.limits()));
        }
        return lines;
    }

    private void add(Provider provider, Sender sender, PushPlan plan, PushMetrics metrics) {
        Line line = new Line(provider, sender, plan.limits());
        lines.put(provider, line);
        metrics.gauge("in_flight", provider.word(), line::inFlight);
        metrics.gauge("waiting", provider.word(), line::waiting);
        metrics.gauge("down", provider.word(), () -> line.isDown() ? 1 : 0);
    }

    Line of(Provider provider) {
        return Objects.requireNonNull(lines.get(provider));
    }

    Collection<Line> all() {
        return lines.values();
    }

    boolean anybodyWaits() {
        return lines.values().stream().anyMatch(line -> line.waiting() > 0);
    }

    @Override
    public void close() {
        lines.values().forEach(Line::close);
    }
}
