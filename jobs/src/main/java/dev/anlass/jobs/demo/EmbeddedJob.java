package dev.anlass.jobs.demo;

import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;

/** A job that runs in an embedded cluster. */
public final class EmbeddedJob {

    private final MiniCluster cluster;
    private final JobID id;

    EmbeddedJob(MiniCluster cluster, JobID id) {
        this.cluster = cluster;
        this.id = id;
    }

    /** As Flink's web page names it. */
    public String id() {
        return id.toHexString();
    }

    public boolean isRunning() throws Exception {
        return cluster.getJobStatus(id).get() == JobStatus.RUNNING;
    }

    /** Makes the state safe now; gives the number of the checkpoint. */
    public long checkpoint() throws Exception {
        return cluster.triggerCheckpoint(id, CheckpointType.CONFIGURED).get();
    }

    /** Ends the job; its newest checkpoint stays. */
    public void cancel() throws Exception {
        cluster.cancelJob(id).get();
        end().get();
    }

    /** Ends the job in order; gives the savepoint from which it can go on, in as many subtasks as one likes. */
    public String stop(String directory) throws Exception {
        String savepoint = cluster.stopWithSavepoint(id, directory, false, SavepointFormatType.CANONICAL)
                .get();
        end().get();
        return savepoint;
    }

    /** What the job comes to when it has ended. */
    public CompletableFuture<JobResult> end() {
        return cluster.requestJobResult(id);
    }
}
