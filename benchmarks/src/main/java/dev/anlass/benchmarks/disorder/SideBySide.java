package dev.anlass.benchmarks.disorder;

import dev.anlass.benchmarks.disorder.PacedRecords.Pace;
import dev.anlass.benchmarks.patterns.PatternTopology;
import dev.anlass.benchmarks.patterns.ShopLibrary;
import dev.anlass.benchmarks.patterns.ShopPattern;
import dev.anlass.jobs.TriggerTopology;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.News;
import dev.anlass.jobs.operator.Outgoing;
import dev.anlass.jobs.operator.RawRecord;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The graph of the trigger job and that of the pattern library in one local cluster, each with a source of its own for
 * the same records in the same rhythm. Both keep their state in RocksDB.
 */
final class SideBySide {

    static final String ENGINE = "engine";
    static final String LIBRARY = "library";
    static final String ACTIONS = "actions";
    static final String DECISIONS = "decisions";
    static final String REJECTED = "rejected";

    private final long seed;
    private final Pace pace;
    private final long records;

    SideBySide(long seed, Pace pace, long records) {
        this.seed = seed;
        this.pace = pace;
        this.records = records;
    }

    /** Runs both to the end of the records. */
    void run(List<ShopPattern> patterns) throws Exception {
        JobSettings settings =
                SettingsReader.ofDefaults().withClock(Clock.EVENTS).withParallelism(1);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, options(settings));
        TriggerTopology.build(environment, settings, inputs(), outputs());
        var own = environment.fromSource(
                source(LIBRARY), WatermarkStrategy.noWatermarks(), "events for patterns", HandType.RAW_RECORD);
        PatternTopology.build(own, patterns, PacedRecords.DISORDER).sinkTo(new ObservingSink<>(LIBRARY));
        environment.execute();
    }

    private static Configuration options(JobSettings settings) {
        Configuration options = new Configuration();
        options.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        options.set(PipelineOptions.MAX_PARALLELISM, JobSettings.MAX_PARALLELISM);
        options.set(PipelineOptions.OBJECT_REUSE, true);
        options.set(ExecutionOptions.BUFFER_TIMEOUT, settings.bufferTimeout());
        options.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        return options;
    }

    private TriggerTopology.Inputs inputs() {
        ShopLibrary library = new ShopLibrary();
        return new TriggerTopology.Inputs(source(ENGINE), 1, announcements(), library);
    }

    private static TriggerTopology.Outputs outputs() {
        return new TriggerTopology.Outputs(
                new ObservingSink<Outgoing>(ACTIONS),
                new ObservingSink<Outgoing>(DECISIONS),
                new ObservingSink<Outgoing>(REJECTED),
                new ObservingSink<>("ticks"));
    }

    private DataGeneratorSource<RawRecord> source(String reader) {
        return new DataGeneratorSource<>(
                new PacedRecords(reader, seed, pace),
                records,
                RateLimiterStrategy.perSecond(pace.perSecond()),
                HandType.RAW_RECORD);
    }

    /** Says once what is in the library anyway. */
    private static DataGeneratorSource<News> announcements() {
        return new DataGeneratorSource<>(number -> ShopLibrary.announcement(), 1, HandType.NEWS);
    }
}
