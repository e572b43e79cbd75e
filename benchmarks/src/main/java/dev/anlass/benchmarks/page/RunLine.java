package dev.anlass.benchmarks.page;

import java.util.Locale;

/** Which run a figure is of: its file, commit, day and the load of the machine before and after. */
final class RunLine {

    private final ResultFiles results;
    private final String file;

    RunLine(ResultFiles results, String file) {
        this.results = results;
        this.file = file;
    }

    String text() {
        if (!results.has(file)) {
            return "not taken";
        }
        return "[%s](%s.json), %s, %s, load %s".formatted(file, file, field("commit"), field("date"), load());
    }

    private String load() {
        String before = load("load_before");
        return results.at(file, "load_after").isNumber() ? before + " to " + load("load_after") : before;
    }

    private String load(String field) {
        return String.format(Locale.ROOT, "%.1f", results.at(file, field).asDouble());
    }

    private String field(String name) {
        return results.at(file, name).asText();
    }
}
