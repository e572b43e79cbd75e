package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.measure.Contender;
import dev.anlass.benchmarks.measure.Run;
import dev.anlass.benchmarks.measure.Used;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.operator.RawRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job in a local cluster of two subtasks, with the same options whoever's it is: object reuse, timers on the
 * heap, a checkpoint in five seconds, incremental on RocksDB. In a turn it takes the whole stream, again and again by a
 * cluster of its own until it has used some seconds.
 *
 * @param backend of the state, as Flink names it
 */
record FlinkContender(String name, String backend, Feed feed, Graph graph) implements Contender {

    private static final double TURN_SECONDS = 5;
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(5);
    private static final String CHECKPOINTS =
            Path.of("benchmarks", "target", "checkpoints").toUri().toString();
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(512);
    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(256);

    /** Builds a job between a source and {@link MatchSink}. */
    interface Graph {
        void build(StreamExecutionEnvironment environment, Source<RawRecord, ?, ?> source, List<VisitRule> rules);
    }

    /**
     * A stream, encoded, and what the rules find in it.
     *
     * @param records in the order of the partitions
     */
    record Feed(List<VisitRule> rules, List<byte[]> records, Tally.Found expected) {

        static Feed of(List<ShopEvent> stream, List<VisitRule> rules) {
            List<ShopEvent> events = ShopFeed.partitioned(stream);
            return new Feed(rules, ShopFeed.records(events), ObviousSearch.in(events, rules));
        }
    }

    /** @throws IllegalStateException if it does not find what the obvious search finds */
    @Override
    public Run run() throws Exception {
        Used used = once();
        int times = 1;
        while (used.processorSeconds() < TURN_SECONDS) {
            used = used.and(once());
            times++;
        }
        return new Run((long) times * feed.records().size(), used, Map.of());
    }

    private Used once() throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(ShopFeed.PARTITIONS, options());
        graph.build(environment, ShopFeed.source(feed.records()), feed.rules());
        environment.execute();
        feed.expected().mustBe(Tally.of(MatchSink.taken()), name);
        return MatchSink.used();
    }

    private Configuration options() {
        Configuration options = new Configuration();
        options.set(CoreOptions.DEFAULT_PARALLELISM, ShopFeed.PARTITIONS);
        options.set(PipelineOptions.MAX_PARALLELISM, JobSettings.MAX_PARALLELISM);
        options.set(PipelineOptions.OBJECT_REUSE, true);
        options.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(100));
        options.set(StateBackendOptions.STATE_BACKEND, backend);
        options.set(RocksDBOptions.TIMER_SERVICE_FACTORY, PriorityQueueStateType.HEAP);
        options.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, BETWEEN_CHECKPOINTS);
        options.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, CHECKPOINTS);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        options.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
        options.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
        return options;
    }
}
