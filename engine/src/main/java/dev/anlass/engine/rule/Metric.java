package dev.anlass.engine.rule;

import dev.anlass.engine.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A running aggregate per customer over UTC-aligned buckets.
 *
 * @param value what is aggregated; null for count
 * @param overMillis the window: the current bucket and the over/bucket - 1 before it
 * @param categories the data categories that it needs
 */
public record Metric(
        String name,
        String event,
        String purpose,
        @Nullable Expression value,
        Aggregate aggregate,
        long overMillis,
        long bucketMillis,
        @Nullable Expression where,
        java.util.Set<String> categories) {

    /** How values are put together. */
    public enum Aggregate {
        SUM,
        COUNT,
        MAX,
        MIN,
        LAST,
        DISTINCT
    }

    /** The most buckets a window may have. */
    public static final int MAX_BUCKETS = 64;

    public Metric {
        categories = java.util.Set.copyOf(categories);
    }
}
