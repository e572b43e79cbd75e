package dev.anlass.jobs.demo;

import java.time.Duration;

/**
 * When the next record is due: as long after the first one as it was recorded, divided by the speed.
 *
 * <p>A pause in which nothing was recorded is cut short.
 */
final class Rhythm {

    private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final double speed;
    private final long from;
    private long newest = Long.MIN_VALUE;
    private long dueNanos;

    /**
     * @param speed how many times faster than recorded; infinite for as fast as possible
     * @param from event time from which on the rhythm counts, in milliseconds since 1970
     * @param nowNanos the present, as {@link System#nanoTime()} tells it
     */
    Rhythm(double speed, long from, long nowNanos) {
        this.speed = speed;
        this.from = from;
        this.dueNanos = nowNanos;
    }

    /**
     * When the record is due, as {@link System#nanoTime()} would tell it.
     *
     * @param time event time of the record, in milliseconds since 1970
     */
    long dueNanos(long time) {
        if (time > newest) {
            if (newest != Long.MIN_VALUE && newest >= from) {
                double pause = (double) (time - newest) * NANOS_PER_MILLI / speed;
                dueNanos += (long) Math.min(pause, LONGEST_PAUSE_NANOS);
            }
            newest = time;
        }
        return dueNanos;
    }
}
