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
 * The trigger job without its engine: decoded, keyed and carried by the same code, with as many customers ready and about as
 * many bytes of each in the store; nothing is matched, nothing comes due, next to nothing comes out. It says what an engine would come to
 * that takes no time but loads and changes the customer with every event that rules read.
 */
final class HollowJob extends LocalJob {

    private final UnaryOperator<JobSettings> changed;
    private final int stateBytes;

    /**
     * Of one stream.
     *
     * @param changed what is different from the usual settings
     * @param stateBytes how many bytes are kept of a customer
     */
    HollowJob(MeasuredStream stream, Storage storage, UnaryOperator<JobSettings> changed, int stateBytes) {
        super("hollow", stream, storage);
        this.changed = changed;
        this.stateBytes = stateBytes;
    }

    @Override
    void build(StreamExecutionEnvironment environment, JobSettings usual, MixSource events) {
        JobSettings settings = changed.apply(usual);
        int ready = settings.busyCustomers()
                .in(Runtime.getRuntime().maxMemory(), settings.parallelism())
                .customersOf(stateBytes);
        environment
                .fromSource(events, WatermarkStrategy.noWatermarks(), "events", HandType.RAW_RECORD)
                .uid("events")
                .process(new DecodeFunction(new StreamLibrary(stream()), settings.engine()), HandType.ARRIVAL)
                .uid("decode")
                .keyBy(new CustomerKeys(settings.customerSecret()), HandType.CUSTOMER_KEY)
                .transform("hollow", Types.LONG, new HollowOperator(ready, stateBytes))
                .uid("hollow")
                .sinkTo(new CountingSink<>(name(), "outputs"))
                .uid("outputs");
    }
}
