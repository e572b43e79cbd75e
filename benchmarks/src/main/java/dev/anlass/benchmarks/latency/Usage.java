package dev.anlass.benchmarks.latency;

import com.sun.management.OperatingSystemMXBean;
import dev.anlass.benchmarks.measure.Figures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the job used, and what the broker and the feed beside it.
 *
 * @param besideSeconds processor time of this process
 */
record Usage(double wallSeconds, double jobSeconds, double besideSeconds, long checkpoints) {

    private static final double NANOS_PER_SECOND = 1e9;

    static Usage now(JobProcess job) throws IOException, InterruptedException {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Usage(
                System.nanoTime() / NANOS_PER_SECOND,
                job.processorSeconds(),
                process.getProcessCpuTime() / NANOS_PER_SECOND,
                job.checkpointsCompleted());
    }

    Usage since(Usage before) {
        return new Usage(
                wallSeconds - before.wallSeconds,
                jobSeconds - before.jobSeconds,
                besideSeconds - before.besideSeconds,
                checkpoints - before.checkpoints);
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("processors_used_by_job", Figures.rounded(jobSeconds / wallSeconds));
        figures.put("processors_used_by_broker_and_feed", Figures.rounded(besideSeconds / wallSeconds));
        figures.put("checkpoints_completed", checkpoints);
        return figures;
    }
}
