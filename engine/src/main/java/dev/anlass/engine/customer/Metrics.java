package dev.anlass.engine.customer;

import dev.anlass.engine.event.ByName;
import dev.anlass.engine.rule.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The running aggregates of a customer, by the name of the metric. Immutable. */
public record Metrics(ByName<List<Bucket>> byName) {

    public static final Metrics NONE = new Metrics(ByName.empty());

    /**
     * What one UTC-aligned span of a metric came to.
     *
     * @param index time divided by the length of a bucket, rounded down
     * @param value Long, Double, String, Boolean or Instant; {@link DistinctSketch} for distinct
     */
    public record Bucket(long index, Object value) {}

    /** With one more value; buckets that have left the window are dropped. */
    public Metrics with(Metric metric, Object value, long time) {
        long index = Math.floorDiv(time, metric.bucketMillis());
        List<Bucket> kept = new ArrayList<>();
        @Nullable Bucket current = null;
        for (Bucket bucket : byName.getOrDefault(metric.name(), List.of())) {
            if (bucket.index() == index) {
                current = bucket;
            } else if (bucket.index() > index - buckets(metric)) {
                kept.add(bucket);
            }
        }
        Object first = Aggregation.start(metric.aggregate(), value);
        kept.add(new Bucket(
                index, current == null ? first : Aggregation.combine(metric.aggregate(), current.value(), first)));
        return new Metrics(byName.with(metric.name(), List.copyOf(kept)));
    }

    /** The value of a metric at a time; null if there is none (max, min and last of nothing). */
    public @Nullable Object value(Metric metric, long time) {
        long newest = Math.floorDiv(time, metric.bucketMillis());
        @Nullable Object total = null;
        for (Bucket bucket : byName.getOrDefault(metric.name(), List.of())) {
            if (bucket.index() <= newest && bucket.index() > newest - buckets(metric)) {
                total = total == null ? bucket.value() : Aggregation.combine(metric.aggregate(), total, bucket.value());
            }
        }
        return Aggregation.finish(metric, total);
    }

    /** Only the metrics whose name the test accepts; this very object if it accepts all. */
    public Metrics retain(Predicate<String> wanted) {
        ByName<List<Bucket>> kept = byName.retain(wanted);
        return kept == byName ? this : new Metrics(kept);
    }

    private static long buckets(Metric metric) {
        return metric.overMillis() / metric.bucketMillis();
    }
}
