package dev.anlass.jobs.demo;

import java.time.Duration;

/** How many lines a reader can follow: so many in each second, the others are counted. */
final class LineRate {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final int perSecond;
    private long secondBegan = Long.MIN_VALUE;
    private int printed;
    private long leftOut;

    LineRate(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Whether one more line may be printed; otherwise it is left out. */
    boolean admits(long nowNanos) {
        if (secondBegan == Long.MIN_VALUE || nowNanos - secondBegan >= SECOND) {
            secondBegan = nowNanos;
            printed = 0;
        }
        if (printed < perSecond) {
            printed++;
            return true;
        }
        leftOut++;
        return false;
    }

    long leftOut() {
        return leftOut;
    }
}
