package dev.anlass.benchmarks.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long actions took through Kafka, by the share of the highest rate. */
final class LatencyTable {

    static final String FILE = "kafka-latency";

    private static final String HEAD = """
            | share of the highest rate | events/s | stolen | from | p50 | p95 | p99 | max, ms | actions |
            |---|---|---|---|---|---|---|---|---|
            """.strip();

    /** They are not measured. */
    private static final int SETTLING_SECONDS = 20;

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
            JsonNode undisturbed = share.path("from_append_where_little_was_stolen");
            if (undisturbed.path("measured").asInt() > 0) {
                lines.add(line(share, "broker's append, where little was stolen", undisturbed));
            }
        }
        return String.join("\n", lines);
    }

    /** In the mean of the seconds that are measured; a dash if nobody looked. */
    private static String stolen(JsonNode percentBySecond) {
        double sum = 0;
        int seconds = 0;
        for (Map.Entry<String, JsonNode> second : percentBySecond.properties()) {
            if (Integer.parseInt(second.getKey()) >= SETTLING_SECONDS) {
                sum += second.getValue().asDouble();
                seconds++;
            }
        }
        return seconds == 0 ? "–" : Math.round(sum / seconds) + " %";
    }

    private static String line(JsonNode share, String from, JsonNode figures) {
        return "| %s %% | %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        share.path("percent").asText(),
                        Form.PLAIN.of(share.path("events_per_second")),
                        stolen(share.path("stolen_percent_by_second")),
                        from,
                        Form.PLAIN.of(figures.path("p50_ms")),
                        Form.PLAIN.of(figures.path("p95_ms")),
                        Form.PLAIN.of(figures.path("p99_ms")),
                        Form.PLAIN.of(figures.path("max_ms")),
                        Form.PLAIN.of(figures.path("measured")));
    }
}
