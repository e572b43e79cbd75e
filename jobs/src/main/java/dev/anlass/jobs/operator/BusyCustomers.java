package dev.anlass.jobs.operator;

import dev.anlass.jobs.operator.CustomerStore.Memory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The customers who were busy lately, ready for use: a write-back cache.
 *
 * <p>Customers give way in turn, but who was busy since the last turn stays for another one: nearly who has been idle for
 * longest, and to be busy changes nothing but a mark (second chance; Corbató, A paging experiment with the Multics
 * system, 1968). What is not written yet is written when it gives way, when too much of it has gathered, and when
 * everything is to be safe.
 */
final class BusyCustomers {

    /** How many may wait to be written: so much work is left for the moment of a snapshot, some hundredths of a second. */
    static final int MAX_UNWRITTEN = 1024;

    private final int atMost;
    private final Consumer<Memory> writer;
    private final Map<CustomerKey, Busy> byKey = new HashMap<>();
    private final Deque<Busy> inTurn = new ArrayDeque<>();
    private final Deque<Busy> unwritten = new ArrayDeque<>();

    /** A customer who is ready for use. */
    private static final class Busy {
        private Memory memory;
        private boolean isWritten = true;
        private boolean wasBusy;

        Busy(Memory memory) {
            this.memory = memory;
        }
    }

    BusyCustomers(int atMost, Consumer<Memory> writer) {
        this.atMost = atMost;
        this.writer = writer;
    }

    @Nullable
    Memory get(CustomerKey key) {
        Busy busy = byKey.get(key);
        if (busy == null) {
            return null;
        }
        busy.wasBusy = true;
        return busy.memory;
    }

    /** Knows this of the customer from now on, and writes it some time. */
    void put(Memory memory) {
        Busy busy = known(memory);
        if (busy.isWritten) {
            busy.isWritten = false;
            unwritten.add(busy);
        }
        if (unwritten.size() > MAX_UNWRITTEN) {
            write(unwritten.remove());
        }
    }

    /** Knows this of the customer from now on; it need not be written. */
    void putWritten(Memory memory) {
        known(memory);
    }

    /** Writes what is not written yet of a customer and does not know them any more. */
    void forget(CustomerKey key) {
        Busy busy = byKey.get(key);
        if (busy != null) {
            inTurn.remove(busy);
            leave(busy);
        }
    }

    /** Writes everything that is not written yet. */
    void flush() {
        while (!unwritten.isEmpty()) {
            write(unwritten.remove());
        }
    }

    /** Writes everything that is not written yet and knows nobody any more. */
    void clear() {
        flush();
        byKey.clear();
        inTurn.clear();
    }

    private Busy known(Memory memory) {
        Busy busy = byKey.get(memory.key());
        if (busy == null) {
            makeRoom();
            busy = new Busy(memory);
            byKey.put(memory.key(), busy);
            inTurn.add(busy);
        }
        busy.memory = memory;
        return busy;
    }

    private void makeRoom() {
        while (byKey.size() >= atMost) {
            Busy next = inTurn.remove();
            if (next.wasBusy) {
                next.wasBusy = false;
                inTurn.add(next);
            } else {
                leave(next);
            }
        }
    }

    private void leave(Busy busy) {
        byKey.remove(busy.memory.key());
        if (!busy.isWritten) {
            unwritten.remove(busy);
            write(busy);
        }
    }

    private void write(Busy busy) {
        busy.isWritten = true;
        writer.accept(busy.memory);
    }
}
