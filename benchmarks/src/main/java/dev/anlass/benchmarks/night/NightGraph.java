package dev.anlass.benchmarks.night;

import dev.anlass.jobs.FlinkOptions;
import dev.anlass.jobs.TriggerTopology;
import dev.anlass.jobs.advisor.stream.AdvisorTopology;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.operator.CustomerKeys;
import dev.anlass.jobs.operator.HandType;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The trigger job with the lists of advisors as in production, but for where it reads and writes. */
record NightGraph(Bank bank, JobSettings settings, PriorityQueueStateType timers) {

    /** Between what a watch pours and what it sees. */
    StreamGraph between(int watch) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(options());
        BankLibrary library = new BankLibrary(bank);
        TriggerTopology.Streams streams = TriggerTopology.build(
                environment,
                settings,
                new TriggerTopology.Inputs(
                        new NightSource(watch),
                        settings.parallelism(),
                        new DataGeneratorSource<>(library, 1, HandType.NEWS),
                        library),
                new TriggerTopology.Outputs(
                        new WatchedSink(watch, WatchedSink.ACTIONS),
                        new WatchedSink(watch, WatchedSink.DECISIONS),
                        new WatchedSink(watch, WatchedSink.REJECTED),
                        new DiscardingSink<>()));
        AdvisorTopology.build(
                new AdvisorTopology.Making(
                        BankOffices.of(bank),
                        settings.lists().channel(),
                        settings.engine().latenessMillis(),
                        true),
                new CustomerKeys(settings.customerSecret()),
                new AdvisorTopology.Inputs(streams.events(), streams.actions()),
                new AdvisorTopology.Outputs(
                        new WatchedSink(watch, WatchedSink.LISTS), new WatchedSink(watch, WatchedSink.CALLS)));
        return environment.getStreamGraph();
    }

    private Configuration options() {
        Configuration options = FlinkOptions.of(settings);
        options.set(RocksDBOptions.TIMER_SERVICE_FACTORY, timers);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return options;
    }
}
