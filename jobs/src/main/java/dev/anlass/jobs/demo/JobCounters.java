package dev.anlass.jobs.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a job has counted that stands in no topic. */
record JobCounters(long duplicates, long unknownTypes, long unread, Map<String, Long> notPermittedByTrigger) {

    private static final String PREFIX = "flink_taskmanager_job_task_operator_";

    /** @param triggers their names, which the metrics spell with underscores */
    static JobCounters of(List<Sample> metrics, Set<String> triggers) {
        Map<String, Long> notPermitted = new TreeMap<>();
        for (Sample sample : metrics) {
            if (sample.name().equals(PREFIX + "trigger_not_permitted")) {
                notPermitted.merge(known(sample.label("trigger"), triggers), (long) sample.value(), Long::sum);
            }
        }
        return new JobCounters(
                sum(metrics, "duplicate"), sum(metrics, "unknown_type"), sum(metrics, "unread"), notPermitted);
    }

    private static String known(String label, Set<String> triggers) {
        return triggers.stream()
                .filter(trigger -> trigger.replaceAll("\\W", "_").equals(label))
                .findFirst()
                .orElse(label);
    }

    private static long sum(List<Sample> metrics, String name) {
        return metrics.stream()
                .filter(sample -> sample.name().equals(PREFIX + name))
                .mapToLong(sample -> (long) sample.value())
                .sum();
    }
}
