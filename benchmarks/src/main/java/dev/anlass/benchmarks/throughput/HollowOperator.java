package dev.anlass.benchmarks.throughput;

import dev.anlass.jobs.operator.Arrival;
import dev.anlass.jobs.operator.CustomerKey;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Keeps bytes of customers at hand and in the store as the trigger operator does, and changes one of them with every event. */
final class HollowOperator extends AbstractStreamOperator<Long> implements OneInputStreamOperator<Arrival, Long> {

    private static final long serialVersionUID = 1L;

    /** As many as the job writes of a customer in the mean ({@code StateBytes}). */
    private static final int STATE_BYTES = 363;

    /** As many customers may wait to be written in the job. */
    private static final int MAX_UNWRITTEN = 128;

    private final int atHand;
    private transient ValueState<byte[]> state;
    private transient Map<CustomerKey, Kept> idleLongestFirst;
    private transient Queue<Kept> unwritten;
    private transient Random random;
    private transient int changed;

    private static final class Kept {
        private final CustomerKey key;
        private final byte[] bytes;
        private boolean isWritten = true;

        Kept(CustomerKey key, byte[] bytes) {
            this.key = key;
            this.bytes = bytes;
        }
    }

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    HollowOperator(int atHand) {
        this.atHand = atHand;
    }

    @Override
    public void open() throws Exception {
        super.open();
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("hollow", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        idleLongestFirst = new LinkedHashMap<>(16, 0.75f, true);
        unwritten = new ArrayDeque<>();
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
        changed = (changed + 1) % STATE_BYTES;
        kept.bytes[changed]++;
        if (kept.isWritten) {
            kept.isWritten = false;
            unwritten.add(kept);
        }
        if (unwritten.size() > MAX_UNWRITTEN) {
            write(unwritten.remove());
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        while (!unwritten.isEmpty()) {
            write(unwritten.remove());
        }
        super.snapshotState(context);
    }

    /** Of somebody new they are such that no compression makes them less. */
    private byte[] read() throws IOException {
        byte[] stored = state.value();
        if (stored == null) {
            stored = new byte[STATE_BYTES];
            random.nextBytes(stored);
        }
        return stored;
    }

    /** Whoever waits to be written is among those who came last, and stays. */
    private void giveWay() {
        if (idleLongestFirst.size() > atHand) {
            Iterator<Kept> idle = idleLongestFirst.values().iterator();
            idle.next();
            idle.remove();
        }
    }

    private void write(Kept kept) throws IOException {
        Object current = getCurrentKey();
        setCurrentKey(kept.key);
        state.update(kept.bytes.clone());
        kept.isWritten = true;
        setCurrentKey(current);
    }
}
