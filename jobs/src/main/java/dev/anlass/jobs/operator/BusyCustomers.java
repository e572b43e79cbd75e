package dev.anlass.jobs.operator;

import dev.anlass.engine.step.CustomerState;
import dev.anlass.jobs.config.BusyRoom;
import dev.anlass.jobs.operator.CustomerStore.Memory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The customers who were busy lately, ready for use: a write-back cache.
 *
 * <p>Customers give way in turn, but who was busy since the last turn stays for another one: nearly who has been idle for
 * longest, and to be busy changes nothing but a mark (second chance; Corbató, A paging experiment with the Multics
 * system, 1968). What is not written yet is written when it gives way, when it has waited for long or too much of it has
 * gathered, and when everything is to be safe: so much work is left for the moment of a snapshot. Where events come as
 * fast as they are taken in, much waits and little is written twice; where actions are to be quick, little waits.
 *
 * <p>A customer takes as much room as follows from the bytes that are stored of them.
 */
final class BusyCustomers {

    /** How many may wait to be written. */
    static final int MAX_UNWRITTEN = 1024;

    /** Who has waited for longer is written when somebody changes. */
    static final Duration LONG_WAIT = Duration.ofMillis(100);

    /** So many at most are written when one changes: more than come to wait, so that they become few. */
    private static final int WRITTEN_AT_ONCE = 2;

    private final BusyRoom room;
    private final ToIntFunction<Memory> writer;
    private final LongSupplier nanos;
    private final Map<CustomerKey, Busy> byKey = new HashMap<>();
    private final Deque<Busy> inTurn = new ArrayDeque<>();
    private final Deque<Busy> unwritten = new ArrayDeque<>();
    private long taken;

    /** A customer who is ready for use. */
    private static final class Busy {
        private final CustomerKey key;
        private CustomerState state;
        private long nextDue;
        private long takes;
        private long waitsSince;
        private boolean isWritten = true;
        private boolean wasBusy;

        Busy(Memory memory) {
            this.key = memory.key();
            this.state = memory.state();
            this.nextDue = memory.nextDue();
        }

        void know(Memory memory) {
            state = memory.state();
            nextDue = memory.nextDue();
        }

        Memory memory() {
            return new Memory(key, state, nextDue);
        }
    }

    /**
     * Nobody yet.
     *
     * @param writer puts into the state what is remembered of somebody, and says how many bytes that are
     * @param nanos a clock, in nanoseconds
     */
    BusyCustomers(BusyRoom room, ToIntFunction<Memory> writer, LongSupplier nanos) {
        this.room = room;
        this.writer = writer;
        this.nanos = nanos;
    }

    /** Who is asked for in this way is busy. */
    @Nullable
    Memory get(CustomerKey key) {
        Busy busy = byKey.get(key);
        if (busy == null) {
            return null;
        }
        busy.wasBusy = true;
        return busy.memory();
    }

    /** Nobody becomes busy by being asked for in this way. */
    @Nullable
    Memory peek(CustomerKey key) {
        Busy busy = byKey.get(key);
        return busy == null ? null : busy.memory();
    }

    /** Knows this of the customer from now on, and writes it some time. */
    void put(Memory memory) {
        Busy busy = byKey.get(memory.key());
        if (busy == null) {
            busy = add(memory, 0);
        } else {
            busy.know(memory);
        }
        long now = nanos.getAsLong();
        if (busy.isWritten) {
            busy.isWritten = false;
            busy.waitsSince = now;
            unwritten.add(busy);
        }
        for (int i = 0; i < WRITTEN_AT_ONCE && isSomebodyToBeWritten(now); i++) {
            write(unwritten.remove());
        }
        leaveOnly(room.size());
    }

    private boolean isSomebodyToBeWritten(long now) {
        Busy first = unwritten.peek();
        boolean isLong = first != null && now - first.waitsSince > LONG_WAIT.toNanos();
        return isLong || unwritten.size() > MAX_UNWRITTEN;
    }

    /** Knows this of a customer who is not known yet; so many bytes are stored of it. */
    void putWritten(Memory memory, int storedBytes) {
        add(memory, storedBytes);
    }

    /** Writes what is not written yet of a customer and does not know them any more. */
    void forget(CustomerKey key) {
        Busy busy = byKey.get(key);
        if (busy != null) {
            inTurn.removeLastOccurrence(busy);
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
        taken = 0;
    }

    private Busy add(Memory memory, int storedBytes) {
        long takes = room.takenBy(storedBytes);
        leaveOnly(room.size() - takes);
        Busy busy = new Busy(memory);
        busy.takes = takes;
        taken += takes;
        byKey.put(memory.key(), busy);
        inTurn.add(busy);
        return busy;
    }

    private void leaveOnly(long atMost) {
        while (taken > atMost && !inTurn.isEmpty()) {
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
        byKey.remove(busy.key);
        if (!busy.isWritten) {
            unwritten.remove(busy);
            write(busy);
        }
        taken -= busy.takes;
    }

    private void write(Busy busy) {
        busy.isWritten = true;
        long takes = room.takenBy(writer.applyAsInt(busy.memory()));
        taken += takes - busy.takes;
        busy.takes = takes;
    }
}
