package dev.anlass.jobs.metrics;

import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What becomes of messages, by provider and reason. Labels are words of ours and of providers, never of customers. */
public final class PushMetrics {

    private static final String PROVIDER = "provider";

    private final MetricGroup group;
    private final Counters counters;

    public PushMetrics(MetricGroup group) {
        this.group = group;
        this.counters = new Counters(group);
    }

    /** A message was handed over; again if an earlier attempt may have arrived. */
    public void handedOver(String provider, boolean mayHaveArrived) {
        counters.of("handed_over", PROVIDER, provider).inc();
        if (mayHaveArrived) {
            counters.of("repeated", PROVIDER, provider).inc();
        }
    }

    /** A provider answered: accepted, refused, gone, busy or unclear. */
    public void answered(String provider, String answer) {
        counters.of(answer, PROVIDER, provider).inc();
    }

    public void delivered(String provider) {
        counters.of("delivered", PROVIDER, provider).inc();
    }

    public void failed(String reason) {
        counters.of("failed", "reason", reason).inc();
    }

    public void deviceRemoved(String provider) {
        counters.of("devices_removed", PROVIDER, provider).inc();
    }

    public void erased() {
        counters.of("erased").inc();
    }

    /** Something had to give way because a customer has too much of it. */
    public void gaveWay(int times) {
        counters.of("gave_way").inc(times);
    }

    public void gauge(String name, Gauge<Number> gauge) {
        group.gauge(name, gauge);
    }

    public void gauge(String name, String provider, Gauge<Number> gauge) {
        group.addGroup(PROVIDER, provider).gauge(name, gauge);
    }
}
