package dev.anlass.jobs.demo;

/**
 * When the broker appended each event of late, by the event's source and id.
 *
 * <p>A table of fixed size: where there is no room the oldest gives way. Used by the thread that feeds and the one that
 * reads actions.
 */
final class AppendTimes {

    /** Stands for an event that is not known any more, or not yet. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final int NEIGHBOURS = 8;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final long[] keys;
    private final long[] times;

    /** @param capacity how many events are remembered, at most; a power of two */
    AppendTimes(int capacity) {
        this.keys = new long[capacity];
        this.times = new long[capacity];
    }

    /** Stands for an event; two events hardly ever share one. */
    static long key(String source, String id) {
        long hash = 0;
        for (int i = 0; i < source.length(); i++) {
            hash = (hash ^ source.charAt(i)) * MIX;
            hash ^= hash >>> 29;
        }
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * MIX;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }

    /** The first time counts: what comes again under the same id is a duplicate. */
    synchronized void put(long key, long time) {
        int oldest = slot(key, 0);
        for (int neighbour = 0; neighbour < NEIGHBOURS; neighbour++) {
            int slot = slot(key, neighbour);
            if (keys[slot] == key) {
                return;
            }
            if (times[slot] < times[oldest]) {
                oldest = slot;
            }
        }
        keys[oldest] = key;
        times[oldest] = time;
    }

    synchronized long get(long key) {
        for (int neighbour = 0; neighbour < NEIGHBOURS; neighbour++) {
            int slot = slot(key, neighbour);
            if (keys[slot] == key) {
                return times[slot];
            }
        }
        return UNKNOWN;
    }

    private int slot(long key, int neighbour) {
        return (int) ((key >>> 20) + neighbour) & (keys.length - 1);
    }
}
