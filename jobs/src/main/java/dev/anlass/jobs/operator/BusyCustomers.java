package dev.anlass.jobs.operator;

import dev.anlass.jobs.operator.CustomerStore.Memory;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The customers who were busy lately, ready for use: a write-back cache.
 *
 * <p>Who has been idle for longest gives way. What is not written yet is written when it gives way, when too much of it
 * has gathered, and when everything is to be safe.
 */
final class BusyCustomers {

    /** How many may wait to be written: so much work is left for the moment of a snapshot, a few milliseconds. */
    static final int MAX_UNWRITTEN = 128;

    private final int atMost;
    private final Consumer<Memory> writer;
    private final Map<CustomerKey, Busy> idleLongestFirst = new LinkedHashMap<>(16, 0.75f, true);

    private final Set<Busy> unwrittenLongestFirst = new LinkedHashSet<>();

    /** A customer who is ready for use. */
    private static final class Busy {
        private Memory memory;
        private boolean isWritten = true;

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
        Busy busy = idleLongestFirst.get(key);
        return busy == null ? null : busy.memory;
    }

    /** Knows this of the customer from now on, and writes it some time. */
    void put(Memory memory) {
        Busy busy = known(memory);
        if (busy.isWritten) {
            busy.isWritten = false;
            unwrittenLongestFirst.add(busy);
        }
        if (unwrittenLongestFirst.size() > MAX_UNWRITTEN) {
            write(unwrittenLongestFirst.iterator().next());
        }
        giveWay();
    }

    /** Knows this of the customer from now on; it need not be written. */
    void putWritten(Memory memory) {
        known(memory);
        giveWay();
    }

    /** Writes what is not written yet of a customer and does not know them any more. */
    void forget(CustomerKey key) {
        Busy busy = idleLongestFirst.remove(key);
        if (busy != null) {
            write(busy);
        }
    }

    /** Writes everything that is not written yet. */
    void flush() {
        for (Iterator<Busy> left = unwrittenLongestFirst.iterator(); left.hasNext(); ) {
            Busy busy = left.next();
            left.remove();
            write(busy);
        }
    }

    /** Writes everything that is not written yet and knows nobody any more. */
    void clear() {
        flush();
        idleLongestFirst.clear();
    }

    private Busy known(Memory memory) {
        Busy busy = idleLongestFirst.get(memory.key());
        if (busy == null) {
            busy = new Busy(memory);
            idleLongestFirst.put(memory.key(), busy);
        }
        busy.memory = memory;
        return busy;
    }

    private void giveWay() {
        if (idleLongestFirst.size() > atMost) {
            Iterator<Busy> idle = idleLongestFirst.values().iterator();
            Busy longest = idle.next();
            idle.remove();
            write(longest);
        }
    }

    private void write(Busy busy) {
        if (!busy.isWritten) {
            busy.isWritten = true;
            unwrittenLongestFirst.remove(busy);
            writer.accept(busy.memory);
        }
    }
}
