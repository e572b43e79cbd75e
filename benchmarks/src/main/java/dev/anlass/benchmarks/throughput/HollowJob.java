package dev.anlass.benchmarks.throughput;

import dev.anlass.benchmarks.mix.MeasuredStream;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.operator.CustomerKeys;
import dev.anlass.jobs.operator.DecodeFunction;
import dev.anlass.jobs.operator.HandType;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The trigger job without its engine: it decodes, keys and carries the same events, and keeps, reads and writes as many bytes
 * of as many customers, but nothing is done with them. No engine can make the job faster than this.
 */
final class HollowJob extends LocalJob {

    private final UnaryOperator<JobSettings> changed;

    /** @param changed what is different from the usual settings */
    HollowJob(MeasuredStream stream, Storage storage, UnaryOperator<JobSettings> changed) {
        super("hollow", stream, storage);
        this.changed = changed;
    }

    @Override
    void build(StreamExecutionEnvironment environment, JobSettings usual, MixSource events) {
        JobSettings settings = changed.apply(usual);
        environment
                .fromSource(events, WatermarkStrategy.noWatermarks(), "events", HandType.RAW_RECORD)
                .uid("events")
                .process(new DecodeFunction(new StreamLibrary(stream()), settings.engine()), HandType.ARRIVAL)
                .uid("decode")
                .keyBy(new CustomerKeys(settings.customerSecret()), HandType.CUSTOMER_KEY)
                .transform("hollow", Types.LONG, new HollowOperator(settings.busyCustomers()))
                .uid("hollow")
                .sinkTo(new CountingSink<>(name(), "outputs"))
                .uid("outputs");
    }
}
