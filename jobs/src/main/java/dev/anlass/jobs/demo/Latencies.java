package dev.anlass.jobs.demo;

/** How long something took, counted by the millisecond; all beyond a minute counts as a minute. */
final class Latencies {

    private static final int MOST_MILLIS = 60_000;

    private final long[] counts = new long[MOST_MILLIS + 1];
    private long measured;

    void add(long millis) {
        counts[(int) Math.max(0, Math.min(MOST_MILLIS, millis))]++;
        measured++;
    }

    long measured() {
        return measured;
    }

    /** The smallest number of milliseconds that so many of a hundred did not exceed; 0 if nothing was measured. */
    int percentile(int percent) {
        long wanted = (measured * percent + 99) / 100;
        long seen = 0;
        for (int millis = 0; millis <= MOST_MILLIS; millis++) {
            seen += counts[millis];
            if (seen >= wanted) {
                return millis;
            }
        }
        return MOST_MILLIS;
    }
}
