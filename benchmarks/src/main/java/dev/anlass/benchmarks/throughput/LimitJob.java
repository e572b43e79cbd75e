package dev.anlass.benchmarks.throughput;

import dev.anlass.benchmarks.mix.MeasuredStream;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.operator.HandType;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The least that a job with a memory of its customers does: decode, key by customer, read and write the state once for every
 * event. It has no rules, no time and no exactness under disorder.
 */
final class LimitJob extends LocalJob {

    LimitJob(MeasuredStream stream, Storage storage) {
        super("limit", stream, storage);
    }

    @Override
    void build(StreamExecutionEnvironment environment, JobSettings settings, MixSource events) {
        environment
                .fromSource(events, WatermarkStrategy.noWatermarks(), "events", HandType.RAW_RECORD)
                .uid("events")
                .process(new LimitDecoder(), new HandType<>(LimitEvent.class, new LimitEventSerializer()))
                .uid("decode")
                .keyBy(event -> event.customer, Types.STRING)
                .process(new LimitFunction(), Types.LONG)
                .uid("limit")
                .sinkTo(new CountingSink<>(name(), "outputs"))
                .uid("outputs");
    }
}
