package dev.anlass.benchmarks.disorder;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the tasks of this process saw, and when by the one clock of the process. Tasks are made by copies, so it belongs
 * to the process.
 */
final class Observed {

    private static final Map<String, Map<Long, Long>> ARRIVALS = new ConcurrentHashMap<>();
    private static final Map<String, Queue<Seen>> SEEN = new ConcurrentHashMap<>();

    /**
     * Something that came out.
     *
     * @param nanos of {@link System#nanoTime()}
     */
    record Seen(Object element, long nanos) {}

    private Observed() {}

    static void arrived(String reader, long number) {
        ARRIVALS.computeIfAbsent(reader, any -> new ConcurrentHashMap<>()).put(number, System.nanoTime());
    }

    static void cameOut(String sink, Object element) {
        Seen seen = new Seen(element, System.nanoTime());
        SEEN.computeIfAbsent(sink, any -> new ConcurrentLinkedQueue<>()).add(seen);
    }

    /** When records arrived, by their numbers. */
    static Map<Long, Long> arrivals(String reader) {
        return ARRIVALS.getOrDefault(reader, Map.of());
    }

    /** What came out, in order. */
    static List<Seen> seen(String sink) {
        return List.copyOf(SEEN.getOrDefault(sink, new ConcurrentLinkedQueue<>()));
    }
}
