package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.News;
import dev.anlass.jobs.operator.Outgoing;
import dev.anlass.jobs.operator.PassingTime;
import dev.anlass.jobs.operator.RawRecord;
import dev.anlass.jobs.push.Routes;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The graph of the push job: actions, and what the events say of the same customers, meet by customer. */
public final class PushTopology {

    private PushTopology() {}

    /**
     * What the job reads.
     *
     * @param news says when rules were published, or something was stopped or started
     */
    public record Inputs(Source<RawRecord, ?, ?> events, Source<RawRecord, ?, ?> actions, Source<News, ?, ?> news) {}

    /** Puts the whole job into an environment. */
    public static void build(
            StreamExecutionEnvironment environment,
            JobSettings settings,
            PushPlan plan,
            Inputs inputs,
            Sink<Outgoing> rejected) {
        int readers = Math.min(settings.parallelism(), plan.partitions());
        SingleOutputStreamOperator<Note> said = environment
                .fromSource(
                        inputs.events(),
                        PassingTime.by(settings.clock(), settings.grace()),
                        "events",
                        HandType.RAW_RECORD)
                .uid("events")
                .setParallelism(readers)
                .process(new EventNotes(), NoteSerializer.TYPE)
                .name("said")
                .uid("said")
                .setParallelism(readers);
        Routes routes = new Routes(plan.channels().apps(), plan.channels().webhook(), Set.of());
        SingleOutputStreamOperator<Note> asked = environment
                .fromSource(inputs.actions(), Timeless.strategy(), "actions", HandType.RAW_RECORD)
                .uid("actions")
                .setParallelism(readers)
                .process(new ActionNotes(routes), NoteSerializer.TYPE)
                .name("asked")
                .uid("asked")
                .setParallelism(readers);
        DataStream<News> news = environment
                .fromSource(inputs.news(), WatermarkStrategy.noWatermarks(), "bundles", HandType.NEWS)
                .uid("bundles")
                .setParallelism(1)
                .broadcast();
        said.union(asked)
                .keyBy(note -> plan.keys().of(note.customer()), Types.STRING)
                .connect(news)
                .transform("push", HandType.OUTGOING, new PushOperator(plan))
                .uid("push");
        said.getSideOutput(EventNotes.REJECTED)
                .union(asked.getSideOutput(EventNotes.REJECTED))
                .sinkTo(rejected)
                .name("rejected")
                .uid("rejected");
    }
}
