package dev.anlass.benchmarks.measure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Medians of runs, and the ratios of runs of the same round. */
public final class Figures {

    private static final double DIGITS = 1_000;

    private Figures() {}

    public static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }

    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The paces of all runs and what they were on the whole. */
    public static Map<String, Object> of(List<Run> runs) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(
                "events_per_cpu_second",
                Math.round(median(runs.stream().mapToDouble(Run::pace).toArray())));
        figures.put(
                "microseconds_per_event",
                rounded(1e6 / median(runs.stream().mapToDouble(Run::pace).toArray())));
        figures.put("runs", runs.stream().map(Run::figures).toList());
        return figures;
    }

    /** How many times as fast a contender was as another one, round by round. */
    public static Map<String, Object> ratio(List<Run> runs, List<Run> others) {
        double[] ratios = IntStream.range(0, runs.size())
                .mapToDouble(round -> runs.get(round).pace() / others.get(round).pace())
                .sorted()
                .toArray();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("median", rounded(median(ratios)));
        figures.put("min", rounded(ratios[0]));
        figures.put("max", rounded(ratios[ratios.length - 1]));
        return figures;
    }
}
