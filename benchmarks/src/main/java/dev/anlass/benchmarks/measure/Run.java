package dev.anlass.benchmarks.measure;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One turn of a contender in one round.
 *
 * @param counts of what came out, by name
 */
public record Run(long events, Used used, Map<String, Long> counts) {

    public Run {
        counts = Map.copyOf(counts);
    }

    /** Events for each second of processor time. */
    public double pace() {
        return events / used.processorSeconds();
    }

    /** As it is kept among the raw numbers. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("events_per_cpu_second", Math.round(pace()));
        figures.put("events", events);
        figures.put("cpu_seconds", Figures.rounded(used.processorSeconds()));
        figures.put("wall_seconds", Figures.rounded(used.wallSeconds()));
        figures.put("gc_seconds", Figures.rounded(used.collectingSeconds()));
        figures.put("compiling_seconds", Figures.rounded(used.compilingSeconds()));
        figures.put("allocated_bytes_per_event", used.allocatedBytes() / events);
        return figures;
    }
}
