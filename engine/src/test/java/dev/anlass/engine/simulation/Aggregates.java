package dev.anlass.engine.simulation;

import dev.anlass.engine.event.FieldType.Scalar;
import dev.anlass.engine.rule.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every value that every metric was ever given; what a metric is at a time is computed from all of them. */
final class Aggregates {

    private record Entry(Metric metric, long time, Object value) {}

    private final List<Entry> entries = new ArrayList<>();

    /** The same values, whatever comes later. */
    Aggregates copy() {
        Aggregates copy = new Aggregates();
        copy.entries.addAll(entries);
        return copy;
    }

    /** Takes in an event of the metric's type that may be used for it. */
    void add(Metric metric, Bound event, View view) {
        if (view.isTrue(metric.where())) {
            Object value =
                    metric.value() == null ? (Object) true : metric.value().evaluate(view);
            if (value != null) {
                entries.add(new Entry(metric, event.time(), value));
            }
        }
    }

    /** What was given to a metric that is the same in the next bundle stays; a changed one starts empty. */
    void carryOver(Map<String, Metric> before, Map<String, Metric> next) {
        List<Entry> carried = new ArrayList<>();
        for (Entry entry : entries) {
            String name = entry.metric().name();
            if (Edits.isSame(before.get(name), next.get(name))) {
                carried.add(new Entry(next.get(name), entry.time(), entry.value()));
            }
        }
        entries.clear();
        entries.addAll(carried);
    }

    void forget(Metric metric) {
        entries.removeIf(entry -> entry.metric().equals(metric));
    }

    Map<String, Object> at(Iterable<Metric> metrics, long time) {
        Map<String, Object> values = new HashMap<>();
        for (Metric metric : metrics) {
            Object value = value(metric, time);
            if (value != null) {
                values.put(metric.name(), value);
            }
        }
        return values;
    }

    private @Nullable Object value(Metric metric, long time) {
        List<Object> values = entries.stream()
                .filter(entry -> entry.metric().equals(metric) && isInWindow(entry, time))
                .map(Entry::value)
                .toList();
        return switch (metric.aggregate()) {
            case COUNT -> (long) values.size();
            case DISTINCT -> {
                Set<Object> distinct = new HashSet<>(values);
                yield (long) distinct.size();
            }
            case SUM -> sum(metric, values);
            case MAX -> values.stream().max(Aggregates::compare).orElse(null);
            case MIN -> values.stream().min(Aggregates::compare).orElse(null);
            case LAST -> values.isEmpty() ? null : values.get(values.size() - 1);
        };
    }

    private static boolean isInWindow(Entry entry, long time) {
        long bucket = entry.metric().bucketMillis();
        long current = Math.floorDiv(time, bucket);
        long first = current - entry.metric().overMillis() / bucket + 1;
        long own = Math.floorDiv(entry.time(), bucket);
        return first <= own && own <= current;
    }

    private static Object sum(Metric metric, List<Object> values) {
        double sum = values.stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .sum();
        return metric.value() != null && metric.value().type() == Scalar.INT ? (Object) (long) sum : (Object) sum;
    }

    private static int compare(Object left, Object right) {
        return Comparator.comparingDouble((Object value) -> ((Number) value).doubleValue())
                .compare(left, right);
    }
}
