package dev.anlass.jobs.demo;

import dev.anlass.jobs.config.JobSettings;
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

    /** Starts a cluster with as many slots as the job has subtasks. */
    public static EmbeddedFlink start(JobSettings settings) throws Exception {
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration(settings))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(settings.parallelism())
                .build());
        cluster.start();
        return new EmbeddedFlink(cluster);
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
