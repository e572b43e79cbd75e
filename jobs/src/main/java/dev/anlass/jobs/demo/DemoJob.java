package dev.anlass.jobs.demo;

import dev.anlass.jobs.TriggerJob;
import dev.anlass.jobs.config.JobSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The trigger job of a demo in an embedded cluster. A failure of the job ends the demo. */
final class DemoJob implements AutoCloseable {

    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(20).toNanos();
    private static final long NANOS_BETWEEN_CHECKS = Duration.ofSeconds(1).toNanos();

    private final JobSettings settings;
    private final Stop stop;
    private final EmbeddedFlink flink;
    private final EmbeddedJob job;
    private final URI webPage;
    private final JobPage page;
    private final MetricsPage metrics;
    private final JobProgress progress;
    private long checkedAt = System.nanoTime();

    /** Something that becomes true some time. */
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private DemoJob(JobSettings settings, Stop stop, EmbeddedFlink flink, EmbeddedJob job) throws Exception {
        this.settings = settings;
        this.stop = stop;
        this.flink = flink;
        this.job = job;
        this.webPage = flink.webPage();
        this.page = new JobPage(webPage, job.id());
        this.metrics = new MetricsPage(URI.create("http://localhost:" + settings.metricsPorts() + "/metrics"));
        this.progress = new JobProgress(metrics, settings.parallelism());
    }

    /** Starts the job and returns when all of it runs; it has read its rules then. */
    static DemoJob start(JobSettings settings, Stop stop) throws Exception {
        EmbeddedFlink flink = EmbeddedFlink.start(settings);
        try {
            DemoJob job = new DemoJob(settings, stop, flink, flink.submit(TriggerJob.graph(settings, null)));
            job.await(job.page::allTasksRun, () -> {});
            return job;
        } catch (Exception | Error failure) {
            flink.close();
            throw failure;
        }
    }

    JobSettings settings() {
        return settings;
    }

    URI webPage() {
        return webPage;
    }

    URI metricsPage() {
        return metrics.page();
    }

    List<Sample> metrics() throws IOException, InterruptedException {
        return metrics.readAll();
    }

    /** How many records of the events topic it has read. */
    long recordsRead() throws IOException, InterruptedException {
        return progress.recordsRead(settings.kafka().topics().events());
    }

    /** Returns when time has passed up to an instant for every customer, and what came of it has been written. */
    void awaitTime(long time, Runnable meanwhile) throws Exception {
        await(() -> progress.timePassed() >= time, meanwhile);
        job.checkpoint();
    }

    /**
     * Looks again and again whether something is true; does something in between.
     *
     * @throws InterruptedException if somebody wants to end early
     */
    void await(Condition condition, Runnable meanwhile) throws IOException, InterruptedException {
        while (!condition.holds()) {
            meanwhile.run();
            failIfStopped();
            failIfItFailed();
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    void failIfStopped() throws InterruptedException {
        stop.failIfRequested();
    }

    private void failIfItFailed() throws IOException, InterruptedException {
        long now = System.nanoTime();
        if (now - checkedAt > NANOS_BETWEEN_CHECKS) {
            checkedAt = now;
            String failure = page.newestFailure();
            if (!failure.isEmpty()) {
                throw new IllegalStateException("the job failed: " + failure);
            }
        }
    }

    @Override
    public void close() throws Exception {
        flink.close();
    }
}
