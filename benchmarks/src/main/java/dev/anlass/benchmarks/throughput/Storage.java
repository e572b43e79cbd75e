package dev.anlass.benchmarks.throughput;

import dev.anlass.jobs.FlinkOptions;
import dev.anlass.jobs.config.CheckpointSettings;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.config.SettingsReader;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** Where a job keeps its state. Everything else is set as in production, for whatever is compared. */
enum Storage {
    ROCKSDB("rocksdb"),
    HEAP("hashmap");

    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(5);
    private static final MemorySize ROCKSDB_MEMORY = MemorySize.ofMebiBytes(512);
    private static final int PARALLELISM = 2;

    private final String backend;

    Storage(String backend) {
        this.backend = backend;
    }

    /** @param checkpoints where they are written */
    JobSettings settings(Path checkpoints) {
        return SettingsReader.ofDefaults()
                .withParallelism(PARALLELISM)
                .withCustomerSecret(new Secret("of a measurement"))
                .withCheckpoints(new CheckpointSettings(
                        BETWEEN_CHECKPOINTS, checkpoints.toUri().toString()));
    }

    Configuration options(JobSettings settings) {
        Configuration options = FlinkOptions.of(settings);
        options.set(StateBackendOptions.STATE_BACKEND, backend);
        options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, ROCKSDB_MEMORY);
        options.set(TaskManagerOptions.NUM_TASK_SLOTS, PARALLELISM);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return options;
    }
}
