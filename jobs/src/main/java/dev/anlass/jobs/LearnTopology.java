package dev.anlass.jobs;

import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.learn.LearningSettings;
import dev.anlass.jobs.learn.NoticeFunction;
import dev.anlass.jobs.learn.OfferFunction;
import dev.anlass.jobs.learn.OfferOperator;
import dev.anlass.jobs.learn.TallyFunction;
import dev.anlass.jobs.learn.Wire;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.PassingTime;
import dev.anlass.jobs.operator.RawRecord;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The graph of the learning job: decisions and feedback, joined by action, counted, and made score tables of. */
public final class LearnTopology {

    /** When no decision has come for so long, none is under way, and time passes by the events alone. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private LearnTopology() {}

    /**
     * What the job learns.
     *
     * @param everyMillis between two tables, by the time of the events
     */
    public record Lessons(LearningSettings settings, long everyMillis) {}

    /**
     * What the job reads.
     *
     * @param partitions how many parts the events have; more subtasks than these would hold time back
     */
    public record Inputs(Source<RawRecord, ?, ?> events, int partitions, Source<RawRecord, ?, ?> decisions) {}

    /** Puts the whole job into an environment. */
    public static void build(
            StreamExecutionEnvironment environment,
            JobSettings settings,
            Lessons lessons,
            Inputs inputs,
            Sink<byte[]> tables) {
        LearningSettings learning = lessons.settings();
        DataStream<Tuple5<String, Integer, Long, String, String>> feedback = environment
                .fromSource(
                        inputs.events(),
                        PassingTime.by(settings.clock(), settings.grace()),
                        "feedback",
                        HandType.RAW_RECORD)
                .uid("feedback")
                .setParallelism(Math.min(settings.parallelism(), inputs.partitions()))
                .flatMap(new NoticeFunction(learning), Wire.NOTICE)
                .name("feedback notices")
                .uid("feedback-notices")
                .setParallelism(Math.min(settings.parallelism(), inputs.partitions()));
        DataStream<Tuple5<String, Integer, Long, String, String>> decided = environment
                .fromSource(
                        inputs.decisions(),
                        PassingTime.by(Clock.EVENTS, settings.grace()).withIdleness(QUIET),
                        "decided",
                        HandType.RAW_RECORD)
                .uid("decided")
                .flatMap(new NoticeFunction(learning), Wire.NOTICE)
                .name("decision notices")
                .uid("decision-notices");
        feedback.keyBy(notice -> notice.f0, Types.STRING)
                .connect(decided.keyBy(notice -> notice.f0, Types.STRING))
                .transform("offers", Wire.TRIAL, new OfferOperator(new OfferFunction(learning.windowMillis())))
                .uid("offers")
                .keyBy(trial -> "", Types.STRING)
                .process(
                        new TallyFunction(learning, lessons.everyMillis()),
                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
                .name("tally")
                .uid("tally")
                .setParallelism(1)
                .sinkTo(tables)
                .name("score tables")
                .uid("score-tables")
                .setParallelism(1);
    }
}
