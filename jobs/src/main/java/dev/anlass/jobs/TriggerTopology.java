package dev.anlass.jobs;

import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.operator.Arrival;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.CustomerKeys;
import dev.anlass.jobs.operator.DecodeFunction;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.News;
import dev.anlass.jobs.operator.Outgoing;
import dev.anlass.jobs.operator.Outlets;
import dev.anlass.jobs.operator.PassingTime;
import dev.anlass.jobs.operator.RawRecord;
import dev.anlass.jobs.operator.TickSource;
import dev.anlass.jobs.operator.TriggerFunction;
import dev.anlass.jobs.operator.TriggerOperatorFactory;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The graph of the trigger job: from records, by way of the engine, to actions. */
public final class TriggerTopology {

    private static final Duration TICK = Duration.ofSeconds(1);

    private TriggerTopology() {}

    /**
     * What the job reads.
     *
     * @param partitions how many parts the events have; more subtasks than these would read nothing and hold time back
     * @param news says when there is something new in the library
     */
    public record Inputs(
            Source<RawRecord, ?, ?> events, int partitions, Source<News, ?, ?> news, BundleLibrary library) {}

    /**
     * What the job writes.
     *
     * @param ticks where the time goes, so that it comes back behind all that has been written before
     */
    public record Outputs(
            Sink<Outgoing> actions, Sink<Outgoing> decisions, Sink<Outgoing> rejected, Sink<Long> ticks) {}

    /**
     * What flows in the job, for others to read along.
     *
     * @param events as they were read
     */
    public record Streams(DataStream<RawRecord> events, DataStream<Outgoing> actions) {}

    /** Puts the whole job into an environment. */
    public static Streams build(
            StreamExecutionEnvironment environment, JobSettings settings, Inputs inputs, Outputs outputs) {
        CustomerKeys keys = new CustomerKeys(settings.customerSecret());
        TriggerFunction function =
                new TriggerFunction(inputs.library(), settings.engine(), settings.busyCustomers(), keys);
        DataStream<RawRecord> events = events(environment, settings, inputs);
        SingleOutputStreamOperator<Arrival> arrivals = arrivals(events, settings, inputs);
        SingleOutputStreamOperator<Outgoing> actions = arrivals.keyBy(keys, HandType.CUSTOMER_KEY)
                .connect(news(environment, inputs))
                .transform("trigger", HandType.OUTGOING, new TriggerOperatorFactory(function, settings.timers()))
                .uid("trigger");
        DataStream<Outgoing> rejected =
                actions.getSideOutput(Outlets.REJECTED).union(arrivals.getSideOutput(Outlets.REJECTED));

        actions.sinkTo(outputs.actions()).name("actions").uid("actions");
        actions.getSideOutput(Outlets.DECISIONS)
                .sinkTo(outputs.decisions())
                .name("decisions")
                .uid("decisions");
        rejected.sinkTo(outputs.rejected()).name("rejected").uid("rejected");
        if (settings.clock() == Clock.TICKS) {
            tick(environment, outputs.ticks());
        }
        return new Streams(events, actions);
    }

    private static DataStream<RawRecord> events(
            StreamExecutionEnvironment environment, JobSettings settings, Inputs inputs) {
        return environment
                .fromSource(
                        inputs.events(),
                        PassingTime.by(settings.clock(), settings.grace()),
                        "events",
                        HandType.RAW_RECORD)
                .uid("events")
                .setParallelism(Math.min(settings.parallelism(), inputs.partitions()));
    }

    private static SingleOutputStreamOperator<Arrival> arrivals(
            DataStream<RawRecord> events, JobSettings settings, Inputs inputs) {
        return events.process(new DecodeFunction(inputs.library(), settings.engine()), HandType.ARRIVAL)
                .name("decode")
                .uid("decode")
                .setParallelism(events.getParallelism());
    }

    /** All of them to every subtask. */
    private static DataStream<News> news(StreamExecutionEnvironment environment, Inputs inputs) {
        return environment
                .fromSource(inputs.news(), WatermarkStrategy.noWatermarks(), "bundles", HandType.NEWS)
                .uid("bundles")
                .setParallelism(1)
                .broadcast();
    }

    private static void tick(StreamExecutionEnvironment environment, Sink<Long> ticks) {
        environment
                .fromSource(new TickSource(TICK), WatermarkStrategy.noWatermarks(), "clock", Types.LONG)
                .uid("clock")
                .setParallelism(1)
                .sinkTo(ticks)
                .name("ticks")
                .uid("ticks")
                .setParallelism(1);
    }
}
