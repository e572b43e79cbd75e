package dev.anlass.benchmarks.night;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.TaskStateStats;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionJobVertex;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** A job in a cluster of its own in this process. */
final class NightJob implements AutoCloseable {

    private static final MemorySize ROCKSDB_MEMORY = MemorySize.ofMebiBytes(512);

    private final MiniCluster cluster;
    private final JobID id;

    private NightJob(MiniCluster cluster, JobID id) {
        this.cluster = cluster;
        this.id = id;
    }

    static NightJob start(StreamGraph graph, int subtasks) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, ROCKSDB_MEMORY);
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(subtasks)
                .build());
        cluster.start();
        return new NightJob(cluster, cluster.submitJob(graph).get().getJobID());
    }

    /** Waits for what the job does; its failure is ours. */
    void waitFor(CompletableFuture<Void> what) throws Exception {
        CompletableFuture<?> end = cluster.requestJobResult(id);
        CompletableFuture.anyOf(what, end).get();
        if (!what.isDone()) {
            throw new IllegalStateException("the job has ended: " + end.get());
        }
    }

    /** Makes the whole state safe now; gives the bytes that all of it takes, by the task that keeps it. */
    Map<String, Long> stateBytes() throws Exception {
        long number = cluster.triggerCheckpoint(id, CheckpointType.FULL).get();
        AccessExecutionGraph graph = cluster.getExecutionGraph(id).get();
        AbstractCheckpointStats checkpoint =
                graph.getCheckpointStatsSnapshot().getHistory().getCheckpointById(number);
        Map<String, Long> bytes = new TreeMap<>();
        for (AccessExecutionJobVertex task : graph.getVerticesTopologically()) {
            TaskStateStats kept = checkpoint.getTaskStateStats(task.getJobVertexId());
            if (kept != null && kept.getStateSize() > 0) {
                bytes.merge(task.getName().split("[ :]", 2)[0], kept.getStateSize(), Long::sum);
            }
        }
        return bytes;
    }

    @Override
    public void close() throws Exception {
        cluster.cancelJob(id).get();
        cluster.requestJobResult(id).get();
        cluster.close();
    }
}
