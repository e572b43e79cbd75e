package dev.anlass.jobs.operator;

import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.config.BusyRoom;
import dev.anlass.jobs.state.ByteWriter;
import dev.anlass.jobs.state.CustomerCodec;
import dev.anlass.jobs.state.StoredCustomer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.jspecify.annotations.Nullable;

/**
 * Customers in the keyed state of Flink, as bytes and with at most one alarm each; in front of it those who were busy
 * lately.
 *
 * <p>Alarms are set at once. The bytes are written later, at the latest before a snapshot.
 */
final class FlinkCustomerStore implements CustomerStore {

    private final KeyContext keys;
    private final ValueState<byte[]> state;
    private final Alarms alarms;
    private final Supplier<Program> program;
    private final BusyCustomers busy;
    private final Wiping wiping;
    private final ByteWriter out = new ByteWriter();

    /**
     * The customers of one subtask.
     *
     * @param room for those who are kept ready for use
     * @param nanos a clock, in nanoseconds
     */
    FlinkCustomerStore(
            KeyContext keys,
            ValueState<byte[]> state,
            Alarms alarms,
            Supplier<Program> program,
            BusyRoom room,
            LongSupplier nanos,
            Wiping wiping) {
        this.keys = keys;
        this.state = state;
        this.alarms = alarms;
        this.program = program;
        this.busy = new BusyCustomers(room, this::write, nanos);
        this.wiping = wiping;
    }

    @Override
    public Memory load(CustomerKey key) {
        return load(key, "");
    }

    @Override
    public Memory load(CustomerKey key, String customer) {
        Memory known = busy.get(key);
        if (known != null) {
            return known;
        }
        byte[] stored = stored();
        Memory read = read(stored, key, customer);
        if (!read.state().isErased()) {
            busy.putWritten(read, stored == null ? 0 : stored.length);
        }
        return read;
    }

    /** What is remembered of the customer whose turn it is; nobody becomes busy by being asked for. */
    Memory peek(CustomerKey key, String customer) {
        Memory known = busy.peek(key);
        return known == null ? read(stored(), key, customer) : known;
    }

    @Override
    public Memory rang(Memory memory) {
        Memory silent = memory.then(memory.state(), Long.MAX_VALUE);
        busy.put(silent);
        return silent;
    }

    /** Who is erased is never kept ready: whoever asks for them brings their id, which must not stay. */
    @Override
    public void store(Memory earlier, Memory later) {
        boolean isChanged = later.state() != earlier.state() || later.nextDue() != earlier.nextDue();
        if (isChanged) {
            wake(later.key(), earlier.nextDue(), later.nextDue());
            busy.put(later);
        }
        if (later.state().isErased()) {
            busy.forget(later.key());
            if (isChanged) {
                wiping.want();
            }
        }
    }

    /** Writes what is not written yet; afterwards the state of Flink is complete. */
    void flush() {
        busy.flush();
        wiping.beginIfWanted();
    }

    /** Writes what is not written yet and keeps nobody ready: other rules decide from now on. */
    void useOtherRules() {
        busy.clear();
    }

    /** Wakes the customer whose turn it is in time for a bundle; nobody may be ready for use. */
    void prepareFor(CustomerKey customer, NextBundle bundle) {
        byte[] bytes = stored();
        if (bytes != null) {
            StoredCustomer stored = CustomerCodec.decode(bytes);
            long due = bundle.nextDue(stored);
            if (due != stored.nextDue()) {
                alarms.move(customer, stored.nextDue(), due);
                update(new StoredCustomer(stored.state(), due));
            }
        }
    }

    private void wake(CustomerKey customer, long insteadOf, long at) {
        if (insteadOf != at) {
            alarms.move(customer, insteadOf, at);
        }
    }

    private Memory read(byte @Nullable [] bytes, CustomerKey key, String customer) {
        if (bytes == null) {
            return Memory.none(key, customer);
        }
        StoredCustomer stored = CustomerCodec.decode(bytes);
        CustomerState.Stored takenOver = LongIdle.takenOver(program.get(), stored.state());
        boolean isErased = takenOver.customer().isEmpty();
        CustomerState.Stored named = isErased ? takenOver.of(customer) : takenOver;
        return new Memory(key, CustomerState.restored(program.get(), named), stored.nextDue());
    }

    /**
     * Under the customer's own key, which need not be the one whose turn it is.
     *
     * @return how many bytes are stored
     */
    private int write(Memory memory) {
        Object turn = keys.getCurrentKey();
        keys.setCurrentKey(memory.key());
        int bytes = update(new StoredCustomer(memory.state().stored(), memory.nextDue()));
        if (turn != null) {
            keys.setCurrentKey(turn);
        }
        return bytes;
    }

    private byte @Nullable [] stored() {
        try {
            return state.value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int update(StoredCustomer customer) {
        try {
            byte[] bytes = CustomerCodec.encode(customer, out);
            state.update(bytes);
            return bytes.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
