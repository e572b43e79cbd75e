package dev.anlass.benchmarks.night;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What goes into a job in this process, and what comes out of it.
 *
 * <p>Tasks are made by copies, so watches belong to the process and are known by number.
 */
final class NightWatch {

    private static final List<NightWatch> ALL = new ArrayList<>();

    private final List<Spout> spouts;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Queue<byte[]> lists = new ConcurrentLinkedQueue<>();
    private final long[] passed;
    private long awaited = Long.MAX_VALUE;
    private CompletableFuture<Void> arrival = new CompletableFuture<>();

    private NightWatch(int subtasks) {
        spouts = IntStream.range(0, subtasks).mapToObj(subtask -> new Spout()).toList();
        passed = new long[subtasks];
    }

    /** The number of a new one. */
    static synchronized int begin(int subtasks) {
        ALL.add(new NightWatch(subtasks));
        return ALL.size() - 1;
    }

    static synchronized NightWatch numbered(int number) {
        return ALL.get(number);
    }

    /** Gives a portion of records to each partition. */
    void pour(IntFunction<Iterator<byte[]>> portions) {
        for (int partition = 0; partition < spouts.size(); partition++) {
            spouts.get(partition).pour(portions.apply(partition));
        }
    }

    int partitions() {
        return spouts.size();
    }

    Spout spout(int partition) {
        return spouts.get(partition);
    }

    LongAdder counter(String name) {
        return counts.computeIfAbsent(name, any -> new LongAdder());
    }

    long count(String name) {
        return counter(name).sum();
    }

    void listed(byte[] list) {
        lists.add(list);
    }

    /** What went out to advisors until now. */
    List<byte[]> lists() {
        return List.copyOf(lists);
    }

    /** Time has come so far where a subtask writes lists: whatever came due by then has been written. */
    synchronized void passed(int subtask, long time) {
        passed[subtask] = time;
        tell();
    }

    /** Done when time has come so far in all subtasks. */
    synchronized CompletableFuture<Void> passes(long time) {
        awaited = time;
        arrival = new CompletableFuture<>();
        tell();
        return arrival;
    }

    private void tell() {
        for (long each : passed) {
            if (each < awaited) {
                return;
            }
        }
        arrival.complete(null);
    }
}
