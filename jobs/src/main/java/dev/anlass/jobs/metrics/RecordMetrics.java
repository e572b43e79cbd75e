package dev.anlass.jobs.metrics;

import org.apache.flink.metrics.MetricGroup;

/** What becomes of the records that are read: rejected by reason, of unknown type, ahead of the clock, unread. */
public final class RecordMetrics {

    private final Counters counters;

    public RecordMetrics(MetricGroup group) {
        this.counters = new Counters(group);
    }

    public void rejected(String reason) {
        counters.of("rejected", "reason", reason).inc();
    }

    /** The type itself is not told: anybody can send one. */
    public void unknownType() {
        counters.of("unknown_type").inc();
    }

    public void clockAhead() {
        counters.of("clock_ahead").inc();
    }

    public void unread() {
        counters.of("unread").inc();
    }
}
