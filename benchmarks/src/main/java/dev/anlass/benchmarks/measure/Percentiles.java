package dev.anlass.benchmarks.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** How long something took, of all that were measured: by nearest rank, in milliseconds. */
public final class Percentiles {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sortedNanos;

    public Percentiles(LongStream nanos) {
        this.sortedNanos = nanos.sorted().toArray();
    }

    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("measured", sortedNanos.length);
        if (sortedNanos.length > 0) {
            figures.put("min_ms", millis(sortedNanos[0]));
            figures.put("p50_ms", at(0.50));
            figures.put("p95_ms", at(0.95));
            figures.put("p99_ms", at(0.99));
            figures.put("max_ms", millis(sortedNanos[sortedNanos.length - 1]));
        }
        return figures;
    }

    private double at(double part) {
        int rank = (int) Math.ceil(part * sortedNanos.length);
        return millis(sortedNanos[Math.max(1, rank) - 1]);
    }

    private static double millis(long nanos) {
        return Math.round(nanos / NANOS_PER_MILLI * 10) / 10.0;
    }
}
