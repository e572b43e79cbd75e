package dev.anlass.jobs.demo;

import java.io.IOException;
import java.time.Duration;

/**
 * How many fed records the job has not read yet. It is kept as short as what the job reads in a moment, so that the
 * records are fed as fast as the job takes them and wait no longer than they must.
 */
final class Backlog {

    private static final double MOMENT_SECONDS = 0.2;
    private static final int LEAST = 500;
    private static final int MOST = 20_000;
    private static final double SHARE_OF_THE_NEWEST = 0.2;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long NANOS_BETWEEN_MEASUREMENTS =
            Duration.ofMillis(100).toNanos();

    private final DemoJob job;
    private long read;
    private double perSecond;
    private long measuredRead;
    private long measuredAt = System.nanoTime();

    Backlog(DemoJob job) {
        this.job = job;
    }

    /** How many records the job had read when it was last asked. */
    long read() {
        return read;
    }

    /** How many records the job reads in a second, of late. */
    double perSecond() {
        return perSecond;
    }

    /** Returns when there is room for one more. */
    void awaitRoom(long sent, Runnable meanwhile) throws IOException, InterruptedException {
        if (sent - read >= limit()) {
            job.await(() -> sent - look() < limit(), meanwhile);
        } else if (System.nanoTime() - measuredAt > NANOS_BETWEEN_MEASUREMENTS) {
            look();
            meanwhile.run();
        }
    }

    private double limit() {
        return Math.max(LEAST, Math.min(MOST, perSecond * MOMENT_SECONDS));
    }

    private long look() throws IOException, InterruptedException {
        read = job.recordsRead();
        long now = System.nanoTime();
        if (now - measuredAt > NANOS_BETWEEN_MEASUREMENTS) {
            double newest = (read - measuredRead) * NANOS_PER_SECOND / (now - measuredAt);
            perSecond += (newest - perSecond) * SHARE_OF_THE_NEWEST;
            measuredRead = read;
            measuredAt = now;
        }
        return read;
    }
}
