package dev.anlass.jobs.operator;

import dev.anlass.engine.step.Program;
import dev.anlass.jobs.config.BusyRoom;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.operators.KeyContext;

/** Customers behind a store that keeps a few of them ready, and how often it reaches for what is behind it. */
final class CountedStore {

    private final Map<String, CustomerKey> keys = new HashMap<>();
    private final Map<Object, byte[]> stored = new HashMap<>();
    private Object turn = new CustomerKey(0, 0);
    private long reads;
    private long writes;
    private long alarmsSet;
    private final FlinkCustomerStore customers;

    /** @param readyAtMost how many customers are kept ready */
    CountedStore(Program program, int readyAtMost) {
        Wiping wiping = new Wiping(() -> true, Runnable::run, () -> 0);
        customers = new FlinkCustomerStore(
                new Turns(),
                new Bytes(),
                (customer, insteadOf, at) -> alarmsSet += at == Long.MAX_VALUE ? 0 : 1,
                () -> program,
                new BusyRoom(readyAtMost, 1, 0),
                () -> 0,
                wiping);
    }

    CustomerKey keyOf(String customer) {
        return keys.computeIfAbsent(customer, unknown -> new CustomerKey(keys.size(), 0));
    }

    /** Where the customer is loaded from and stored in; it is their turn. */
    FlinkCustomerStore of(CustomerKey customer) {
        turn = customer;
        return customers;
    }

    long reads() {
        return reads;
    }

    long writes() {
        return writes;
    }

    long alarmsSet() {
        return alarmsSet;
    }

    private final class Turns implements KeyContext {
        @Override
        public void setCurrentKey(Object key) {
            turn = key;
        }

        @Override
        public Object getCurrentKey() {
            return turn;
        }
    }

    private final class Bytes implements ValueState<byte[]> {
        @Override
        public byte[] value() {
            reads++;
            return stored.get(turn);
        }

        @Override
        public void update(byte[] bytes) {
            writes++;
            stored.put(turn, bytes);
        }

        @Override
        public void clear() {
            writes++;
            stored.remove(turn);
        }
    }
}
