package dev.anlass.benchmarks.throughput;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Reads 24 bytes of the customer and writes them changed, with every event, and does nothing else. */
final class LimitFunction extends KeyedProcessFunction<String, LimitEvent, Long> {

    private static final long serialVersionUID = 1L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int STATE_BYTES = 24;
    private static final int LAST_TIME = 8;
    private static final int SUM = 16;
    private static final long EVENTS_BETWEEN_OUTPUTS = 100;

    private transient ValueState<byte[]> state;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    LimitFunction() {}

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("limit", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public void processElement(LimitEvent event, Context context, Collector<Long> out) throws Exception {
        byte[] stored = state.value();
        byte[] bytes = stored == null ? new byte[STATE_BYTES] : stored;
        long count = (long) LONGS.get(bytes, 0) + 1;
        LONGS.set(bytes, 0, count);
        LONGS.set(bytes, LAST_TIME, event.time);
        LONGS.set(bytes, SUM, (long) LONGS.get(bytes, SUM) + (long) event.amount);
        state.update(bytes);
        if (count % EVENTS_BETWEEN_OUTPUTS == 0) {
            out.collect(count);
        }
    }
}
