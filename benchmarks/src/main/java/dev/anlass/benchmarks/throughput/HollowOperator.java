package dev.anlass.benchmarks.throughput;

import dev.anlass.jobs.operator.Arrival;
import dev.anlass.jobs.operator.CustomerKey;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Keeps bytes of customers ready and in the store as the trigger operator does, and changes one byte with every arrival. */
final class HollowOperator extends AbstractStreamOperator<Long> implements OneInputStreamOperator<Arrival, Long> {

    private static final long serialVersionUID = 1L;

    /** As many customers may wait to be written in the job. */
    private static final int MAX_UNWRITTEN = 1024;

    private static final long ARRIVALS_BETWEEN_OUTPUTS = 100;

    private final int ready;
    private final int stateBytes;
    private transient ValueState<byte[]> state;
    private transient Map<CustomerKey, Kept> idleLongestFirst;
    private transient Set<Kept> unwrittenLongestFirst;
    private transient Random random;
    private transient long arrivals;

    private static final class Kept {
        private final CustomerKey key;
        private final byte[] bytes;

        Kept(CustomerKey key, byte[] bytes) {
            this.key = key;
            this.bytes = bytes;
        }
    }

    /**
     * Of one subtask.
     *
     * @param ready how many customers are kept ready
     * @param stateBytes how many bytes of each
     */
    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    HollowOperator(int ready, int stateBytes) {
        this.ready = ready;
        this.stateBytes = stateBytes;
    }

    @Override
    public void open() throws Exception {
        super.open();
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("hollow", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        idleLongestFirst = new LinkedHashMap<>(16, 0.75f, true);
        unwrittenLongestFirst = new LinkedHashSet<>();
        random = new Random(1);
    }

    @Override
    public void processElement(StreamRecord<Arrival> arrived) throws Exception {
        CustomerKey key = (CustomerKey) getCurrentKey();
        Kept kept = idleLongestFirst.get(key);
        if (kept == null) {
            kept = new Kept(key, read());
            idleLongestFirst.put(key, kept);
            giveWay();
        }
        arrivals++;
        kept.bytes[(int) (arrivals % stateBytes)]++;
        unwrittenLongestFirst.add(kept);
        if (unwrittenLongestFirst.size() > MAX_UNWRITTEN) {
            write(unwrittenLongestFirst.iterator().next());
        }
        if (arrivals % ARRIVALS_BETWEEN_OUTPUTS == 0) {
            output.collect(new StreamRecord<>(arrivals));
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        while (!unwrittenLongestFirst.isEmpty()) {
            write(unwrittenLongestFirst.iterator().next());
        }
        super.snapshotState(context);
    }

    /** Of somebody new they are such that no compression makes them less. */
    private byte[] read() throws IOException {
        byte[] stored = state.value();
        if (stored == null) {
            stored = new byte[stateBytes];
            random.nextBytes(stored);
        }
        return stored;
    }

    private void giveWay() throws IOException {
        if (idleLongestFirst.size() > ready) {
            Iterator<Kept> idle = idleLongestFirst.values().iterator();
            Kept longest = idle.next();
            idle.remove();
            if (unwrittenLongestFirst.contains(longest)) {
                write(longest);
            }
        }
    }

    private void write(Kept kept) throws IOException {
        Object turn = getCurrentKey();
        setCurrentKey(kept.key);
        state.update(kept.bytes.clone());
        unwrittenLongestFirst.remove(kept);
        setCurrentKey(turn);
    }
}
