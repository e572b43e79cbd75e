package dev.anlass.benchmarks.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** How long actions took through Kafka, by the share of the highest rate. */
final class LatencyTable {

    static final String FILE = "kafka-latency";

    private static final String HEAD = """
            | share of the highest rate | events/s | from | p50 | p95 | p99 | max, ms | actions |
            |---|---|---|---|---|---|---|---|
            """.strip();

    private final ResultFiles results;

    LatencyTable(ResultFiles results) {
        this.results = results;
    }

    String text() {
        if (!results.has(FILE)) {
            return "Not taken.";
        }
        List<String> lines = new ArrayList<>(List.of(HEAD));
        for (JsonNode share : results.all(FILE).path("shares")) {
            lines.add(line(share, "broker's append", share.path("from_append")));
            lines.add(line(share, "when it was due", share.path("from_due")));
        }
        return String.join("\n", lines);
    }

    private static String line(JsonNode share, String from, JsonNode figures) {
        return "| %s %% | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        share.path("percent").asText(),
                        Form.PLAIN.of(share.path("events_per_second")),
                        from,
                        Form.PLAIN.of(figures.path("p50_ms")),
                        Form.PLAIN.of(figures.path("p95_ms")),
                        Form.PLAIN.of(figures.path("p99_ms")),
                        Form.PLAIN.of(figures.path("max_ms")),
                        Form.PLAIN.of(figures.path("measured")));
    }
}
