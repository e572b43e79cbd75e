package dev.anlass.engine.customer;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.rule.Metric;
import org.jspecify.annotations.Nullable;

/** How values of a metric are put together, the later one on the right. */
final class Aggregation {

    private Aggregation() {}

    static Object start(Metric.Aggregate aggregate, Object value) {
        return switch (aggregate) {
            case COUNT -> 1L;
            case DISTINCT -> DistinctSketch.of(value);
            case SUM, MAX, MIN, LAST -> value;
        };
    }

    static Object combine(Metric.Aggregate aggregate, Object left, Object right) {
        return switch (aggregate) {
            case COUNT, SUM -> sum(left, right);
            case MAX -> compare(left, right) >= 0 ? left : right;
            case MIN -> compare(left, right) <= 0 ? left : right;
            case LAST -> right;
            case DISTINCT -> ((DistinctSketch) left).and((DistinctSketch) right);
        };
    }

    /** The value that conditions see: nothing counts as 0 for sum, count and distinct, else as missing. */
    static @Nullable Object finish(Metric metric, @Nullable Object total) {
        return switch (metric.aggregate()) {
            case COUNT -> total == null ? 0L : total;
            case DISTINCT -> total == null ? (Object) 0L : ((DistinctSketch) total).estimate();
            case SUM -> total == null ? zero(metric) : total;
            case MAX, MIN, LAST -> total;
        };
    }

    private static Object zero(Metric metric) {
        boolean whole = metric.value() != null && metric.value().type() == FieldType.Scalar.INT;
        return whole ? (Object) 0L : (Object) 0.0;
    }

    private static Object sum(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long sum = a + b;
            boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
            return overflow ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
        }
        return ((Number) left).doubleValue() + ((Number) right).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object left, Object right) {
        return left instanceof Number a && right instanceof Number b
                ? Double.compare(a.doubleValue(), b.doubleValue())
                : ((Comparable<Object>) left).compareTo(right);
    }
}
