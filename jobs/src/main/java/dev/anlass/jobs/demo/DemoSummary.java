package dev.anlass.jobs.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a demo came to. */
public final class DemoSummary {

    private static final double NANOS_PER_SECOND = 1e9;

    private final long events;
    private final Duration took;
    private final Tally tally;
    private final JobCounters counters;
    private final LatencyMeter latencies;

    /**
     * @param events how many records were fed
     * @param took from the first record to the last consequence
     */
    DemoSummary(long events, Duration took, Tally tally, JobCounters counters, LatencyMeter latencies) {
        this.events = events;
        this.took = took;
        this.tally = tally;
        this.counters = counters;
        this.latencies = latencies;
    }

    public long events() {
        return events;
    }

    /** How many records were good and new. */
    public long accepted() {
        return events - sum(tally.rejected()) - counters.duplicates() - counters.unknownTypes();
    }

    public long matches() {
        return tally.matches();
    }

    public long actions() {
        return tally.requested();
    }

    public Map<String, Long> rejectedByReason() {
        return tally.rejected();
    }

    public Map<String, Long> refusedByReason() {
        return tally.refused();
    }

    public Map<String, Long> revokedByReason() {
        return tally.revoked();
    }

    /** For people, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        double seconds = took.toNanos() / NANOS_PER_SECOND;
        lines.add(text("%,d events in %.1f s, %,.0f a second", events, seconds, events / seconds));
        lines.add(text(
                "  accepted       %,d; %,d came twice, %,d are of an unknown type, %,d of a type that no rule reads",
                accepted(), counters.duplicates(), counters.unknownTypes(), counters.unread()));
        lines.add(counted("rejected", tally.rejected()));
        lines.add(text("  matches        %,d", matches()));
        lines.add(counted("actions", tally.requestedByTrigger()));
        lines.add(counted("refused", tally.refused()));
        lines.add(counted("revoked", tally.revoked()));
        lines.add(counted("not permitted", counters.notPermittedByTrigger()));
        lines.addAll(latency());
        return lines;
    }

    private List<String> latency() {
        Latencies measured = latencies.latencies();
        List<String> lines = new ArrayList<>();
        if (measured.measured() > 0) {
            lines.add(text(
                    "  latency        p50 %,d ms, p99 %,d ms from the broker's append of the completing event to its append"
                            + " of the action",
                    measured.percentile(50), measured.percentile(99)));
        }
        lines.add(text(
                "                 measured over %,d actions; %,d came due by time and have no such event",
                measured.measured(), latencies.byTime()));
        return lines;
    }

    private static String counted(String what, Map<String, Long> counts) {
        String each = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> text("%s %,d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return text("  %-14s %,d%s", what, sum(counts), each.isEmpty() ? "" : ": " + each);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
