package dev.anlass.jobs.demo;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.JobSettings;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.ExceptionUtils;

/** A Flink cluster in this process, with its web page, its metrics for Prometheus and one TaskManager. */
public final class EmbeddedFlink implements AutoCloseable {

    private static final MemorySize ROCKSDB_MEMORY = MemorySize.ofMebiBytes(256);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(30);

    private final MiniCluster cluster;
    private int taskManager;

    private EmbeddedFlink(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Starts a cluster with as many slots as the job has subtasks.
     *
     * @throws CannotStart if the port of the web page is taken
     */
    public static EmbeddedFlink start(JobSettings settings) throws Exception {
        return start(settings, 1);
    }

    /**
     * The same for several jobs of as many subtasks each.
     *
     * @throws CannotStart if the port of the web page is taken
     */
    public static EmbeddedFlink start(JobSettings settings, int jobs) throws Exception {
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration(settings))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(jobs * settings.parallelism())
                .build());
        try {
            cluster.start();
        } catch (Exception e) {
            cluster.close();
            throw ExceptionUtils.findThrowable(e, BindException.class).isPresent() ? isTaken(settings.webPort()) : e;
        }
        return new EmbeddedFlink(cluster);
    }

    private static CannotStart isTaken(int port) {
        return new CannotStart("port " + port + ", where Flink's web page is to be, is taken: set web.port, or"
                + " ANLASS_WEB_PORT, to another one, or to 0 for any that is free");
    }

    /** Starts a job and returns when it was accepted. */
    public EmbeddedJob submit(StreamGraph graph) throws Exception {
        return new EmbeddedJob(cluster, cluster.submitJob(graph).get().getJobID());
    }

    /** Where Flink shows what it does. */
    public URI webPage() throws Exception {
        return cluster.getRestAddress().get();
    }

    /** Ends the TaskManager with all its tasks as if its machine were gone, and starts another one. */
    public void replaceTaskManager() throws Exception {
        cluster.terminateTaskManager(taskManager).get();
        cluster.startTaskManager();
        taskManager++;
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }

    private static Configuration configuration(JobSettings settings) {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, String.valueOf(settings.webPort()));
        configuration.set(RestOptions.BIND_ADDRESS, "localhost");
        configuration.set(RestOptions.ADDRESS, "localhost");
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, ROCKSDB_MEMORY);
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT);
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, HEARTBEAT_TIMEOUT);
        configuration.set(MetricOptions.REPORTERS_LIST, "prometheus");
        MetricOptions.forReporter(configuration, "prometheus")
                .set(
                        MetricOptions.REPORTER_FACTORY_CLASS,
                        "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
        configuration.setString("metrics.reporter.prometheus.port", settings.metricsPorts());
        return configuration;
    }
}
