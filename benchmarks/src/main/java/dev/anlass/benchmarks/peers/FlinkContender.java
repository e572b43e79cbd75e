package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.measure.Contender;
import dev.anlass.benchmarks.measure.Run;
import dev.anlass.benchmarks.measure.Used;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.operator.RawRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job in a local cluster of two subtasks, with the same options whoever's it is: object reuse, a checkpoint in five
 * seconds, incremental on RocksDB.
 *
 * @param backend of the state, as Flink names it
 */
record FlinkContender(String name, String backend, Slice slice, List<VisitRule> rules, Graph graph)
        implements Contender {

    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(5);
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(512);
    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(256);

    /** Builds a job between a source and {@link MatchSink}. */
    interface Graph {
        void build(StreamExecutionEnvironment environment, Source<RawRecord, ?, ?> source, List<VisitRule> rules);
    }

    /** A part of the stream, as events and encoded. */
    record Slice(List<ShopEvent> events, List<byte[]> records) {

        Tally.Found expected(List<VisitRule> rules) {
            return ObviousSearch.in(events, rules);
        }

        static Slice of(List<ShopEvent> stream) {
            List<ShopEvent> events = ShopFeed.partitioned(stream);
            return new Slice(events, ShopFeed.records(events));
        }
    }

    /** @throws IllegalStateException if it does not find what the obvious search finds */
    @Override
    public Run run() throws Exception {
        Path directory = Files.createTempDirectory("peers");
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(ShopFeed.PARTITIONS, options(directory));
        graph.build(environment, ShopFeed.source(slice.records()), rules);
        environment.execute();
        Used used = ShopFeed.meter().used();
        slice.expected(rules).mustBe(Tally.of(MatchSink.taken()), name);
        delete(directory);
        return new Run(
                slice.events().size(),
                used,
                Map.of("matches", slice.expected(rules).matches()));
    }

    private Configuration options(Path directory) {
        Configuration options = new Configuration();
        options.set(CoreOptions.DEFAULT_PARALLELISM, ShopFeed.PARTITIONS);
        options.set(PipelineOptions.MAX_PARALLELISM, JobSettings.MAX_PARALLELISM);
        options.set(PipelineOptions.OBJECT_REUSE, true);
        options.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(100));
        options.set(StateBackendOptions.STATE_BACKEND, backend);
        options.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, BETWEEN_CHECKPOINTS);
        options.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.toUri().toString());
        options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        options.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
        options.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
        return options;
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
