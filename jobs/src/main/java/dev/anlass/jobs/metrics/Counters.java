package dev.anlass.jobs.metrics;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** The counters of one subtask by name and label, made when they are first needed. */
final class Counters {

    private final MetricGroup group;
    private final Map<String, Counter> made = new HashMap<>();
    private final Map<String, SummedCounter> summed = new HashMap<>();

    Counters(MetricGroup group) {
        this.group = group;
    }

    Counter of(String name) {
        return made.computeIfAbsent(name, group::counter);
    }

    /** For what others count, too. */
    SummedCounter summed(String name) {
        return summed.computeIfAbsent(name, key -> group.counter(key, new SummedCounter()));
    }

    /** With a label and its value; they come from rules and documentation, never from customers. */
    Counter of(String name, String label, String value) {
        return made.computeIfAbsent(name + ' ' + label + ' ' + value, key -> group.addGroup(label, value)
                .counter(name));
    }
}
