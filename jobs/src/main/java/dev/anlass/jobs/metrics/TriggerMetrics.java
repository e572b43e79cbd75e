package dev.anlass.jobs.metrics;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.step.Effect;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.jspecify.annotations.Nullable;

/** What becomes of each trigger's matches, and how long an action takes from the broker's append to its going out. */
public final class TriggerMetrics {

    private static final int LATENCIES_REMEMBERED = 10_000;

    private final MetricGroup group;
    private final Counters counters;
    private final Map<String, Counters> byTrigger = new HashMap<>();
    /** What is counted for the triggers of a list at once; the engine gives the very same list each time. */
    private final IdentityHashMap<List<String>, Counter> groups = new IdentityHashMap<>();

    private final Histogram latencyMillis;

    public TriggerMetrics(MetricGroup group) {
        this.group = group;
        this.counters = new Counters(group);
        this.latencyMillis =
                group.histogram("decision_latency_ms", new DescriptiveStatisticsHistogram(LATENCIES_REMEMBERED));
    }

    /** A record about a match; its first one counts the match. */
    public void decided(Decision decision) {
        Counters trigger = of(decision.trigger());
        if (decision.revision() == 1) {
            trigger.of("matched").inc();
        }
        String outcome = decision.outcome().word();
        String reason = word(decision.reason());
        if (reason == null) {
            trigger.of(outcome).inc();
        } else {
            trigger.of(outcome, "reason", reason).inc();
        }
    }

    /** What the engine counted. */
    public void counted(Effect.Count count) {
        String name = count.counter().name().toLowerCase(Locale.ROOT);
        List<String> triggers = count.triggers();
        if (triggers.isEmpty()) {
            counters.of(name).inc(count.times());
        } else if (triggers.size() == 1) {
            of(triggers.get(0)).summed(name).inc(count.times());
        } else {
            groups.computeIfAbsent(triggers, group -> ofAll(group, name)).inc(count.times());
        }
    }

    private Counter ofAll(List<String> triggers, String name) {
        Counter shared = new SimpleCounter();
        triggers.forEach(trigger -> of(trigger).summed(name).show(shared));
        return shared;
    }

    /** An action went out so long after its record was appended. */
    public void latency(long millis) {
        latencyMillis.update(millis);
    }

    private Counters of(String trigger) {
        return byTrigger.computeIfAbsent(trigger, name -> new Counters(group.addGroup("trigger", name)));
    }

    /** Without the id of the winning match, which would be a label of its own for every match. */
    private static @Nullable String word(@Nullable String reason) {
        return reason != null && reason.startsWith("outranked:") ? "outranked" : reason;
    }
}
