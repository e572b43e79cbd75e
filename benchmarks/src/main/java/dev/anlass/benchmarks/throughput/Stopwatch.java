package dev.anlass.benchmarks.throughput;

import dev.anlass.benchmarks.measure.Meter;
import dev.anlass.benchmarks.measure.Used;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Measures one job in this process: from the moment when all partitions have handed out what is not measured and the job had
 * time to take it in, to the moment when every sink has seen the end.
 *
 * <p>Tasks are made by copies, so stopwatches belong to the process and are known by name.
 */
final class Stopwatch {

    private static final Map<String, Stopwatch> ALL = new ConcurrentHashMap<>();

    /** So long that nothing is left between the operators; whether the process rests is looked at again and again. */
    private static final long REST_MILLIS = 1_500;

    /** The share of a processor that a process at rest may use: a checkpoint in which nothing is new, and the clock. */
    private static final double AT_REST = 0.3;

    private static final int MOST_RESTS = 80;

    private final AtomicInteger partitionsUnderWay;
    private final AtomicInteger writersUnderWay = new AtomicInteger();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Used> ended = new CompletableFuture<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private volatile @Nullable Meter meter;

    private Stopwatch(int partitions) {
        this.partitionsUnderWay = new AtomicInteger(partitions);
    }

    /** A new one in place of that of the same name. */
    static Stopwatch renewed(String name, int partitions) {
        Stopwatch stopwatch = new Stopwatch(partitions);
        ALL.put(name, stopwatch);
        return stopwatch;
    }

    static Stopwatch named(String name) {
        Stopwatch stopwatch = ALL.get(name);
        if (stopwatch == null) {
            throw new IllegalStateException("there is no stopwatch " + name);
        }
        return stopwatch;
    }

    /** A partition has handed out what is not measured. */
    void isReady() {
        if (partitionsUnderWay.decrementAndGet() == 0) {
            rest(1);
        }
    }

    /** Waits until nothing of what is not measured is left to do, such as a compaction of the store. */
    private void rest(int times) {
        Meter resting = Meter.started();
        CompletableFuture.delayedExecutor(REST_MILLIS, TimeUnit.MILLISECONDS).execute(() -> {
            Used used = resting.used();
            boolean isBusy = used.processorSeconds() > AT_REST * used.wallSeconds();
            if (isBusy && times < MOST_RESTS) {
                rest(times + 1);
            } else {
                if (isBusy) {
                    System.err.println("still at work after " + times + " rests: what is left of it is measured, too");
                }
                begin();
            }
        });
    }

    /** Done when the measured records may be handed out. */
    CompletableFuture<Void> begun() {
        return begun;
    }

    private void begin() {
        meter = Meter.started();
        begun.complete(null);
    }

    void writerBegins() {
        writersUnderWay.incrementAndGet();
    }

    void writerEnds() {
        Meter running = meter;
        if (writersUnderWay.decrementAndGet() == 0 && running != null) {
            ended.complete(running.used());
        }
    }

    /** Done with what was used when every sink has seen the end. */
    CompletableFuture<Used> ended() {
        return ended;
    }

    LongAdder counter(String name) {
        return counts.computeIfAbsent(name, any -> new LongAdder());
    }

    Map<String, Long> counts() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((name, count) -> sums.put(name, count.sum()));
        return sums;
    }
}
