package dev.anlass.jobs.operator;

import dev.anlass.jobs.operator.CustomerStore.Memory;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
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
    static final int MAX_UNWRITTEN = 512;

    private final int atMost;
    private final Consumer<Memory> writer;
    private final Map<CustomerKey, Memory> idleLongestFirst = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<CustomerKey, Memory> unwritten = new LinkedHashMap<>();

    BusyCustomers(int atMost, Consumer<Memory> writer) {
        this.atMost = atMost;
        this.writer = writer;
    }

    @Nullable
    Memory get(CustomerKey key) {
        return idleLongestFirst.get(key);
    }

    /** Knows this of the customer from now on, and writes it some time. */
    void put(Memory memory) {
        idleLongestFirst.put(memory.key(), memory);
        unwritten.put(memory.key(), memory);
        if (unwritten.size() > MAX_UNWRITTEN) {
            write(unwritten.values().iterator());
        }
        if (idleLongestFirst.size() > atMost) {
            giveWay();
        }
    }

    /** Knows this of the customer from now on; it need not be written. */
    void putWritten(Memory memory) {
        idleLongestFirst.put(memory.key(), memory);
        if (idleLongestFirst.size() > atMost) {
            giveWay();
        }
    }

    /** Writes what is not written yet of a customer and does not know them any more. */
    void forget(CustomerKey key) {
        idleLongestFirst.remove(key);
        Memory memory = unwritten.remove(key);
        if (memory != null) {
            writer.accept(memory);
        }
    }

    /** Writes everything that is not written yet. */
    void flush() {
        for (Iterator<Memory> left = unwritten.values().iterator(); left.hasNext(); ) {
            write(left);
        }
    }

    /** Writes everything that is not written yet and knows nobody any more. */
    void clear() {
        flush();
        idleLongestFirst.clear();
    }

    private void giveWay() {
        Iterator<CustomerKey> idle = idleLongestFirst.keySet().iterator();
        Memory memory = unwritten.remove(idle.next());
        idle.remove();
        if (memory != null) {
            writer.accept(memory);
        }
    }

    private void write(Iterator<Memory> next) {
        Memory memory = next.next();
        next.remove();
        writer.accept(memory);
    }
}
