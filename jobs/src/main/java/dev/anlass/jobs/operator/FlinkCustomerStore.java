package dev.anlass.jobs.operator;

import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.state.CustomerCodec;
import dev.anlass.jobs.state.StoredCustomer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.operators.KeyContext;

/**
 * Customers in the keyed state of Flink, as bytes and with at most one event-time timer each; in front of it those who
 * were busy lately.
 *
 * <p>Timers are set at once. The bytes are written later, at the latest before a snapshot: timers on the heap are
 * written to it before the keyed state is, so none may be set while that is done.
 */
final class FlinkCustomerStore implements CustomerStore {

    private final KeyContext keys;
    private final ValueState<byte[]> state;
    private final TimerService timers;
    private final Supplier<Program> program;
    private final BusyCustomers busy;

    /** @param busyAtMost how many customers are kept ready for use */
    FlinkCustomerStore(
            KeyContext keys, ValueState<byte[]> state, TimerService timers, Supplier<Program> program, int busyAtMost) {
        this.keys = keys;
        this.state = state;
        this.timers = timers;
        this.program = program;
        this.busy = new BusyCustomers(busyAtMost, this::write);
    }

    @Override
    public Memory load(String customer) {
        Memory known = busy.get(customer);
        if (known != null) {
            return known;
        }
        Memory read = read(customer);
        busy.putWritten(read);
        return read;
    }

    @Override
    public void store(Memory earlier, Memory later) {
        if (later.state() == earlier.state() && later.nextDue() == earlier.nextDue()) {
            return;
        }
        if (later.nextDue() != earlier.nextDue()) {
            wake(earlier.nextDue(), later.nextDue());
        }
        busy.put(later);
    }

    /** Writes what is not written yet; afterwards the state of Flink is complete. */
    void flush() {
        busy.flush();
    }

    private void wake(long insteadOf, long at) {
        if (insteadOf != Long.MAX_VALUE) {
            timers.deleteEventTimeTimer(insteadOf);
        }
        if (at != Long.MAX_VALUE) {
            timers.registerEventTimeTimer(at);
        }
    }

    private Memory read(String customer) {
        try {
            byte[] bytes = state.value();
            if (bytes == null) {
                return Memory.none(customer);
            }
            StoredCustomer stored = CustomerCodec.decode(bytes);
            return new Memory(CustomerState.restored(program.get(), stored.state()), stored.nextDue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under the customer's own key, which need not be the one whose turn it is. */
    private void write(Memory memory) {
        Object turn = keys.getCurrentKey();
        keys.setCurrentKey(memory.customer());
        try {
            state.update(CustomerCodec.encode(new StoredCustomer(memory.state().stored(), memory.nextDue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (turn != null) {
                keys.setCurrentKey(turn);
            }
        }
    }
}
