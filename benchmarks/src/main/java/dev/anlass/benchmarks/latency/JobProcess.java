package dev.anlass.benchmarks.latency;

import dev.anlass.jobs.config.KafkaSettings;
import dev.anlass.jobs.demo.JobProgress;
import dev.anlass.jobs.demo.MetricsPage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code anlass run} in a process of its own, so that what stops it for a moment stops neither the broker nor the feed.
 *
 * <p>Variables of the environment such as {@code ANLASS_BUFFER_TIMEOUT} change its settings, and {@code ANLASS_JAVA_OPTS} its
 * virtual machine, as they do for the command.
 */
final class JobProcess implements AutoCloseable {

    static final int SUBTASKS = 2;

    private static final String COMPLETED = "flink_jobmanager_job_numberOfCompletedCheckpoints";
    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final long PATIENCE_SECONDS = 60;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Process process;
    private final Path log;
    private final String events;
    private final MetricsPage metrics;
    private final JobProgress progress;
    private long recordsRead;

    private JobProcess(Process process, Path log, String events, int metricsPort) {
        this.process = process;
        this.log = log;
        this.events = events;
        this.metrics = new MetricsPage(URI.create("http://localhost:" + metricsPort + "/metrics"));
        this.progress = new JobProgress(metrics, SUBTASKS);
    }

    static JobProcess start(KafkaSettings kafka, Path directory) throws IOException {
        int metricsPort = freePort();
        Path settings = directory.resolve("anlass.yaml");
        Files.writeString(
                settings, """
                kafka: {bootstrap: "%s"}
                parallelism: %d
                checkpoints: {directory: "%s"}
                customer_secret: of a measurement
                metrics: {ports: "%d"}
                web: {port: 0}
                """.formatted(kafka.bootstrap(), SUBTASKS, directory.resolve("checkpoints"), metricsPort));
        Path log = directory.resolve("job.log");
        Process process = new ProcessBuilder(command(settings))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new JobProcess(process, log, kafka.topics().events(), metricsPort);
    }

    private static List<String> command(Path settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "--add-opens=java.base/java.util=ALL-UNNAMED"));
        long heapMib = Runtime.getRuntime().maxMemory() >> 20;
        command.addAll(List.of("-Xms" + heapMib + "m", "-Xmx" + heapMib + "m"));
        String more = System.getenv("ANLASS_JAVA_OPTS");
        if (more != null && !more.isBlank()) {
            command.addAll(List.of(more.strip().split("\\s+", -1)));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.anlass.jobs.cli.Anlass"));
        command.addAll(List.of("run", "--settings", settings.toString()));
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    /** How many records of the events topic it has read at least, ticks included. */
    long recordsRead() throws IOException, InterruptedException {
        try {
            recordsRead = progress.recordsRead(events);
        } catch (ConnectException | ProtocolException noAnswer) {
            failIfEnded();
        }
        return recordsRead;
    }

    /** Returns when so many records have been read. */
    void awaitRead(long records) throws IOException, InterruptedException {
        while (recordsRead() < records) {
            failIfEnded();
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    long checkpointsCompleted() throws IOException, InterruptedException {
        return metrics.read(COMPLETED).stream()
                .mapToLong(sample -> (long) sample.value())
                .sum();
    }

    double processorSeconds() {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / NANOS_PER_SECOND;
    }

    private void failIfEnded() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the job has ended:\n" + Files.readString(log));
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
