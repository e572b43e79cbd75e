package dev.anlass.jobs.demo;

import java.io.IOException;
import java.time.Duration;

/**
 * How many fed records the job has not read yet. It is kept short, so that the records are fed as fast as the job takes
 * them and not faster.
 */
final class Backlog {

    private static final long NANOS_BETWEEN_LOOKS = Duration.ofMillis(200).toNanos();

    private final int limit;
    private final DemoJob job;
    private long read;
    private long lookedAt = System.nanoTime();

    /** @param limit how many records may wait in the topic */
    Backlog(int limit, DemoJob job) {
        this.limit = limit;
        this.job = job;
    }

    /** How many records the job had read when it was last asked. */
    long read() {
        return read;
    }

    /** Returns when there is room for one more. */
    void awaitRoom(long sent, Runnable meanwhile) throws IOException, InterruptedException {
        if (sent - read >= limit) {
            job.await(() -> sent - look() < limit, meanwhile);
        } else if (System.nanoTime() - lookedAt > NANOS_BETWEEN_LOOKS) {
            look();
            meanwhile.run();
        }
    }

    private long look() throws IOException, InterruptedException {
        lookedAt = System.nanoTime();
        read = job.recordsRead();
        return read;
    }
}
