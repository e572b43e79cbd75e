package dev.anlass.jobs.operator;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Wipes what was overwritten out of the files of the state, because somebody was erased.
 *
 * <p>RocksDB only puts newer bytes in front of older ones, and incremental checkpoints share its files: the bytes of an
 * erased customer would lie in them until a compaction happens to come by. So one is asked for, before a snapshot, in the
 * background and not more often than the interval says; the next snapshot that begins after its end holds none of them.
 * Until then it is owed, and the snapshots say so.
 */
final class Wiping {

    /** How long to wait after a compaction before the next one: it rewrites all customers of a subtask. */
    static final Duration INTERVAL = Duration.ofMinutes(10);

    private final BooleanSupplier compaction;
    private final Executor executor;
    private final LongSupplier nanos;
    private final AtomicInteger unended = new AtomicInteger();
    private boolean isWanted;
    private boolean isFirst = true;
    private long begunAt;

    /**
     * Wipes by a compaction.
     *
     * @param compaction rewrites the files of the state, and says whether it could
     * @param nanos a clock, in nanoseconds
     */
    Wiping(BooleanSupplier compaction, Executor executor, LongSupplier nanos) {
        this.compaction = compaction;
        this.executor = executor;
        this.nanos = nanos;
    }

    /** Somebody was erased. */
    void want() {
        isWanted = true;
    }

    /** Everything has been written to the state. */
    void beginIfWanted() {
        boolean isTime = isFirst || nanos.getAsLong() - begunAt >= INTERVAL.toNanos();
        if (isWanted && isTime) {
            isWanted = false;
            isFirst = false;
            begunAt = nanos.getAsLong();
            unended.incrementAndGet();
            executor.execute(this::compact);
        }
    }

    private void compact() {
        if (compaction.getAsBoolean()) {
            unended.decrementAndGet();
        }
    }

    /** Whether the files may still hold bytes of somebody who was erased: no compaction since then has ended. */
    boolean isOwed() {
        return isWanted || unended.get() > 0;
    }
}
