package dev.anlass.jobs.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a job has counted that stands in no topic. */
record JobCounters(long duplicates, long unknownTypes, long unread, Map<String, Long> notPermittedByTrigger) {

    private static final String PREFIX = "flink_taskmanager_job_task_operator_";

    static JobCounters of(List<Sample> metrics) {
        Map<String, Long> notPermitted = new TreeMap<>();
        for (Sample sample : metrics) {
            if (sample.name().equals(PREFIX + "trigger_not_permitted")) {
                notPermitted.merge(sample.label("trigger"), (long) sample.value(), Long::sum);
            }
        }
        return new JobCounters(
                sum(metrics, "duplicate"), sum(metrics, "unknown_type"), sum(metrics, "unread"), notPermitted);
    }

    private static long sum(List<Sample> metrics, String name) {
        return metrics.stream()
                .filter(sample -> sample.name().equals(PREFIX + name))
                .mapToLong(sample -> (long) sample.value())
                .sum();
    }
}
