package dev.anlass.jobs.operator;

/**
 * Alarms that can be found by their customer and by their place, which is a number from 0 on.
 *
 * <p>They lie in arrays of numbers, so that however many there are the collector of garbage has nothing to follow: a hash table
 * with linear probing, in which a slot knows its place, and beside it the slot of each place. What was removed is overwritten.
 */
final class AlarmTable {

    static final int NOWHERE = -1;

    private static final int FEW = 1 << 10;

    private long[] times;
    private long[] highs;
    private long[] lows;

    /** One more than the place; 0 where the slot is free. */
    private int[] places;

    private int[] slots;
    private int size;

    AlarmTable() {
        this(FEW);
    }

    /** @param capacity how many slots it has, a power of two */
    private AlarmTable(int capacity) {
        times = new long[capacity];
        highs = new long[capacity];
        lows = new long[capacity];
        places = new int[capacity];
        slots = new int[capacity / 4 * 3];
    }

    int size() {
        return size;
    }

    /** Where the alarm of the customer is; {@code NOWHERE} if there is none. */
    int placeOf(CustomerKey customer) {
        return places[slotFor(customer.high(), customer.low())] - 1;
    }

    /** Gives a customer who has none an alarm, at the last place and without a time; returns the place. */
    int add(CustomerKey customer) {
        if (size == slots.length) {
            grow();
        }
        return add(customer.high(), customer.low());
    }

    void removeLast() {
        size--;
        free(slots[size]);
    }

    CustomerKey customer(int place) {
        return new CustomerKey(highs[slots[place]], lows[slots[place]]);
    }

    long time(int place) {
        return times[slots[place]];
    }

    void setTime(int place, long time) {
        times[slots[place]] = time;
    }

    /** Whether one is due sooner than another, or at the same time with a lesser key. */
    boolean isBefore(int place, int other) {
        int one = slots[place];
        int two = slots[other];
        if (times[one] != times[two]) {
            return times[one] < times[two];
        }
        return highs[one] != highs[two]
                ? Long.compareUnsigned(highs[one], highs[two]) < 0
                : Long.compareUnsigned(lows[one], lows[two]) < 0;
    }

    void swap(int place, int other) {
        int slot = slots[place];
        link(place, slots[other]);
        link(other, slot);
    }

    private void link(int place, int slot) {
        slots[place] = slot;
        places[slot] = place + 1;
    }

    private int add(long high, long low) {
        int slot = slotFor(high, low);
        highs[slot] = high;
        lows[slot] = low;
        link(size, slot);
        return size++;
    }

    /** The slot of a key, or the free one where it belongs. */
    private int slotFor(long high, long low) {
        int slot = first(low);
        while (places[slot] != 0 && (highs[slot] != high || lows[slot] != low)) {
            slot = next(slot);
        }
        return slot;
    }

    /** Keys are as good as random; the subtask is chosen by their other half. */
    private int first(long low) {
        return (int) low & places.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & places.length - 1;
    }

    /** Whatever would not be found any more behind a free slot moves into it, and frees its own (Knuth, 6.4, R). */
    private void free(int slot) {
        int gap = slot;
        for (int from = next(gap); places[from] != 0; from = next(from)) {
            boolean isFoundBehindGap = distance(first(lows[from]), from) < distance(gap, from);
            if (!isFoundBehindGap) {
                times[gap] = times[from];
                highs[gap] = highs[from];
                lows[gap] = lows[from];
                link(places[from] - 1, gap);
                gap = from;
            }
        }
        times[gap] = 0;
        highs[gap] = 0;
        lows[gap] = 0;
        places[gap] = 0;
    }

    private int distance(int from, int to) {
        return to - from & places.length - 1;
    }

    private void grow() {
        AlarmTable larger = new AlarmTable(2 * places.length);
        for (int place = 0; place < size; place++) {
            int slot = slots[place];
            larger.setTime(larger.add(highs[slot], lows[slot]), times[slot]);
        }
        times = larger.times;
        highs = larger.highs;
        lows = larger.lows;
        places = larger.places;
        slots = larger.slots;
    }
}
