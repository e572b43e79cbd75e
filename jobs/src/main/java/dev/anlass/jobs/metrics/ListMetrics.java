package dev.anlass.jobs.metrics;

import org.apache.flink.metrics.MetricGroup;

/** What becomes of proposals: lists and their rows, rows that are closed by reason, actions that came to nothing by reason. */
public final class ListMetrics {

    private final Counters counters;

    public ListMetrics(MetricGroup group) {
        this.counters = new Counters(group);
    }

    public void published(int rows) {
        counters.of("lists").inc();
        counters.of("rows").inc(rows);
    }

    public void closed(String reason) {
        counters.of("rows_closed", "reason", reason).inc();
    }

    public void failed(String reason) {
        counters.of("calls_failed", "reason", reason).inc();
    }
}
