package dev.anlass.jobs;

import dev.anlass.jobs.config.JobSettings;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.rocksdb.CompressionType;

/** The settings of a job as Flink's own. */
public final class FlinkOptions {

    private static final Duration FIRST_RESTART = Duration.ofSeconds(1);
    private static final Duration LATER_RESTARTS = Duration.ofMinutes(1);

    /** A task that ends waits for a compaction after an erasure; it would take the process with it if it took longer. */
    private static final Duration END_OF_A_TASK = Duration.ofMinutes(15);

    /** What is not in a file yet at a checkpoint is written to one before the job goes on; hence little of it. */
    private static final MemorySize WRITE_BUFFER = MemorySize.ofMebiBytes(1);

    /** Eight write buffers make a compaction; the level that takes them has room for twice as much. */
    private static final MemorySize FIRST_LEVEL = MemorySize.ofMebiBytes(16);

    private static final MemorySize FILE_OF_A_LEVEL = MemorySize.ofMebiBytes(4);

    /**
     * By level, the last for all that follow. The job waits for the files of the first; of what the next two hold, 176 MB in
     * each subtask, all is written again and again.
     */
    private static final List<CompressionType> COMPRESSION = List.of(
            CompressionType.NO_COMPRESSION,
            CompressionType.NO_COMPRESSION,
            CompressionType.NO_COMPRESSION,
            CompressionType.SNAPPY_COMPRESSION);

    private static final int FAILED_CHECKPOINTS_BORNE = 3;

    private FlinkOptions() {}

    public static Configuration of(JobSettings settings) {
        Configuration options = new Configuration();
        options.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        options.set(PipelineOptions.NAME, "Anlass");
        options.set(PipelineOptions.MAX_PARALLELISM, JobSettings.MAX_PARALLELISM);
        options.set(PipelineOptions.OBJECT_REUSE, true);
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(ExecutionOptions.BUFFER_TIMEOUT, settings.bufferTimeout());
        options.set(TaskManagerOptions.TASK_CANCELLATION_TIMEOUT, END_OF_A_TASK);
        state(options, settings);
        restarts(options);
        return options;
    }

    private static void state(Configuration options, JobSettings settings) {
        options.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        options.set(
                RocksDBOptions.TIMER_SERVICE_FACTORY,
                switch (settings.timers()) {
                    case HEAP -> PriorityQueueStateType.HEAP;
                    case ROCKSDB -> PriorityQueueStateType.ROCKSDB;
                });
        options.set(RocksDBConfigurableOptions.WRITE_BUFFER_SIZE, WRITE_BUFFER);
        options.set(RocksDBConfigurableOptions.MAX_SIZE_LEVEL_BASE, FIRST_LEVEL);
        options.set(RocksDBConfigurableOptions.TARGET_FILE_SIZE_BASE, FILE_OF_A_LEVEL);
        options.set(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL, COMPRESSION);
        options.set(RocksDBOptions.OPTIONS_FACTORY, StoreOptions.class.getName());
        // Small levels are many: this leaves out files that do not have the customer.
        options.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        options.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        options.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                settings.checkpoints().directory());
        options.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL,
                settings.checkpoints().interval());
        options.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, FAILED_CHECKPOINTS_BORNE);
        options.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }

    /** Again and again, ever more slowly: a broker that is away comes back. */
    private static void restarts(Configuration options) {
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        options.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, FIRST_RESTART);
        options.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LATER_RESTARTS);
    }
}
