package dev.anlass.jobs.demo;

import java.io.IOException;
import java.util.List;

/** How far a job has come, by its own metrics. */
public final class JobProgress {

    private static final String PREFIX = "flink_taskmanager_job_task_operator_";
    private static final String OFFSET = PREFIX + "KafkaSourceReader_topic_partition_currentOffset";
    private static final String TIME = PREFIX + "currentOutputWatermark";

    private final MetricsPage metrics;
    private final int subtasks;

    /** @param subtasks how many of them run the triggers */
    public JobProgress(MetricsPage metrics, int subtasks) {
        this.metrics = metrics;
        this.subtasks = subtasks;
    }

    /** How many records of a topic the job has read, if it began at the first. */
    public long recordsRead(String topic) throws IOException, InterruptedException {
        long read = 0;
        for (Sample sample : metrics.read(OFFSET)) {
            if (sample.label("topic").equals(topic.replace('.', '_'))) {
                read += (long) sample.value() + 1;
            }
        }
        return read;
    }

    /** How far time has passed for every customer, and all that came due has been done; in milliseconds since 1970. */
    long timePassed() throws IOException, InterruptedException {
        List<Sample> times = metrics.read(TIME).stream()
                .filter(sample -> sample.label("operator_name").equals("trigger"))
                .toList();
        if (times.size() < subtasks) {
            return Long.MIN_VALUE;
        }
        return times.stream().mapToLong(sample -> (long) sample.value()).min().orElse(Long.MIN_VALUE);
    }
}
