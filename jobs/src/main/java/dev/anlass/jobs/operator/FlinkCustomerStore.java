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

/**
 * Customers in the keyed state of Flink: bytes and at most one event-time timer each.
 *
 * <p>For when the timer is set stands beside the state, so that both change together.
 */
final class FlinkCustomerStore implements CustomerStore {

    private final ValueState<byte[]> state;
    private final TimerService timers;
    private final Supplier<Program> program;

    FlinkCustomerStore(ValueState<byte[]> state, TimerService timers, Supplier<Program> program) {
        this.state = state;
        this.timers = timers;
        this.program = program;
    }

    @Override
    public Memory load(String customer) {
        byte[] bytes = read();
        if (bytes == null) {
            return new Memory(CustomerState.fresh(customer), Long.MAX_VALUE);
        }
        StoredCustomer stored = CustomerCodec.decode(bytes);
        return new Memory(CustomerState.restored(program.get(), stored.state()), stored.nextDue());
    }

    @Override
    public void store(Memory earlier, Memory later) {
        if (later.state() == earlier.state() && later.nextDue() == earlier.nextDue()) {
            return;
        }
        if (later.nextDue() != earlier.nextDue()) {
            move(earlier.nextDue(), later.nextDue());
        }
        write(CustomerCodec.encode(new StoredCustomer(later.state().stored(), later.nextDue())));
    }

    private void move(long from, long to) {
        if (from != Long.MAX_VALUE) {
            timers.deleteEventTimeTimer(from);
        }
        if (to != Long.MAX_VALUE) {
            timers.registerEventTimeTimer(to);
        }
    }

    private byte @org.jspecify.annotations.Nullable [] read() {
        try {
            return state.value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(byte[] bytes) {
        try {
            state.update(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
