package dev.anlass.benchmarks.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an event costs when something grows. */
final class ScaleTable {

    /** What grows, by the question. */
    static final Map<String, String> GROWING = growing();

    private static final String HEAD = """
            | what grows | | cost: median (smallest to largest) | µs an event | decisions |
            |---|---|---|---|---|
            """.strip();

    private static final String HEAD_OF_RUNS = """

            | what grows | command | heap, MiB | rounds | run |
            |---|---|---|---|---|
            """.stripTrailing();

    private final ResultFiles results;

    ScaleTable(ResultFiles results) {
        this.results = results;
    }

    private static Map<String, String> growing() {
        Map<String, String> growing = new LinkedHashMap<>();
        growing.put("triggers", "triggers");
        growing.put("same-matches", "triggers, same matches");
        growing.put("customers", "customers");
        growing.put("shops", "shops, each with a fence");
        growing.put("lateness", "lateness, s");
        growing.put("late", "late by up to 30 s, %");
        return growing;
    }

    String text() {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        GROWING.forEach((question, what) -> lines.addAll(lines(question, what)));
        lines.add(HEAD_OF_RUNS);
        GROWING.forEach((question, what) -> lines.add(run("scale-" + question, what)));
        return String.join("\n", lines);
    }

    private List<String> lines(String question, String what) {
        String file = "scale-" + question;
        List<String> lines = new ArrayList<>();
        if (!results.has(file)) {
            lines.add("| %s | | not taken | | |".formatted(what));
        }
        for (JsonNode point : results.all(file).path("points")) {
            lines.add("| %s | %s | %s | %s | %s |"
                    .formatted(
                            what,
                            size(point),
                            new Spread(point.path("cost_to_first")).text(),
                            Form.PLAIN.of(point.path("microseconds_per_event")),
                            Form.PLAIN.of(point.path("decisions_of_all_events"))));
        }
        return lines;
    }

    private String run(String file, String what) {
        JsonNode all = results.all(file);
        return "| %s | `%s` | %s | %d | %s |"
                .formatted(
                        what,
                        all.path("command").asText("not taken"),
                        Form.PLAIN.of(all.path("heap_mib")),
                        all.path("points").path(0).path("runs").size(),
                        new RunLine(results, file).text());
    }

    /** The number at the end of the name of a point. */
    static String size(JsonNode point) {
        String name = point.path("point").asText();
        return Form.PLAIN.of(Double.parseDouble(name.substring(name.lastIndexOf('-') + 1)));
    }
}
