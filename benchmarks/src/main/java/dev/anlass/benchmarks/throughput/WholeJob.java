package dev.anlass.benchmarks.throughput;

import dev.anlass.benchmarks.mix.MeasuredStream;
import dev.anlass.jobs.TriggerTopology;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.operator.HandType;
import java.util.function.UnaryOperator;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The trigger job as in production, but for where it reads and writes. */
final class WholeJob extends LocalJob {

    private final UnaryOperator<JobSettings> changed;

    /** @param changed what is different from the usual settings */
    WholeJob(String name, MeasuredStream stream, Storage storage, UnaryOperator<JobSettings> changed) {
        super(name, stream, storage);
        this.changed = changed;
    }

    @Override
    void build(StreamExecutionEnvironment environment, JobSettings settings, MixSource events) {
        StreamLibrary library = new StreamLibrary(stream());
        var news = new DataGeneratorSource<>(new Announcements(library), 1, HandType.NEWS);
        TriggerTopology.build(
                environment,
                changed.apply(settings),
                new TriggerTopology.Inputs(events, MeasuredStream.PARTITIONS, news, library),
                new TriggerTopology.Outputs(
                        new CountingSink<>(name(), CountingSink.ACTIONS),
                        new CountingSink<>(name(), CountingSink.DECISIONS),
                        new CountingSink<>(name(), CountingSink.REJECTED),
                        new DiscardingSink<>()));
    }
}
