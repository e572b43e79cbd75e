package dev.anlass.jobs.operator;

import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.state.ByteWriter;
import dev.anlass.jobs.state.CustomerCodec;
import dev.anlass.jobs.state.StoredCustomer;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** @param busyAtMost how many customers are kept ready for use */
    FlinkCustomerStore(
            KeyContext keys,
            ValueState<byte[]> state,
            Alarms alarms,
            Supplier<Program> program,
            int busyAtMost,
            Wiping wiping) {
        this.keys = keys;
        this.state = state;
        this.alarms = alarms;
        this.program = program;
        this.busy = new BusyCustomers(busyAtMost, this::write, System::nanoTime);
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
        Memory read = read(key, customer);
        if (!read.state().isErased()) {
            busy.putWritten(read);
        }
        return read;
    }

    /** What is remembered of the customer whose turn it is; nobody becomes busy by being asked for. */
    Memory peek(CustomerKey key, String customer) {
        Memory known = busy.peek(key);
        return known == null ? read(key, customer) : known;
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
        StoredCustomer stored = stored();
        if (stored != null) {
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

    private Memory read(CustomerKey key, String customer) {
        StoredCustomer stored = stored();
        if (stored == null) {
            return Memory.none(key, customer);
        }
        CustomerState.Stored takenOver = LongIdle.takenOver(program.get(), stored.state());
        boolean isErased = takenOver.customer().isEmpty();
        CustomerState.Stored named = isErased ? takenOver.of(customer) : takenOver;
        return new Memory(key, CustomerState.restored(program.get(), named), stored.nextDue());
    }

    /** Under the customer's own key, which need not be the one whose turn it is. */
    private void write(Memory memory) {
        Object turn = keys.getCurrentKey();
        keys.setCurrentKey(memory.key());
        update(new StoredCustomer(memory.state().stored(), memory.nextDue()));
        if (turn != null) {
            keys.setCurrentKey(turn);
        }
    }

    private @Nullable StoredCustomer stored() {
        try {
            byte[] bytes = state.value();
            return bytes == null ? null : CustomerCodec.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void update(StoredCustomer customer) {
        try {
            state.update(CustomerCodec.encode(customer, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
