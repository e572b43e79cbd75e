package dev.anlass.jobs.push;

import java.time.Duration;

/** How long to wait before the next attempt: twice as long each time, and not all at once. */
final class BackOff {

    private static final long FIRST_MILLIS = Duration.ofSeconds(1).toMillis();
    private static final long LONGEST_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final int MOST_DOUBLINGS = 16;
    private static final int PARTS = 1_000;

    private BackOff() {}

    /**
     * Between half of the time and all of it.
     *
     * @param what those who fail together must not come back together; the same gives the same
     * @param attempts so far, at least one
     */
    static long millis(String what, int attempts) {
        long longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempts - 1, MOST_DOUBLINGS));
        int mixed = (what.hashCode() * 31 + attempts) * 0x9E3779B9;
        long part = Math.floorMod(mixed >>> 8, PARTS);
        return longest / 2 + longest / 2 * part / PARTS;
    }
}
