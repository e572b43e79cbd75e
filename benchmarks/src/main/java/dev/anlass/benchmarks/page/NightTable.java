package dev.anlass.benchmarks.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** How long the night of the advisors' lists takes, and what is stored for it, by the number of customers. */
final class NightTable {

    static final String FILE = "nightly-cut";

    private static final String HEAD = """
            | customers | advisors, schedules | registering, s | schedules, s | cut, s | whole night, s | proposals | lists, rows, left out | state registered, before the cut, MB | bytes per customer, per proposal | peak heap, after collections, MB |
            |---|---|---|---|---|---|---|---|---|---|---|
            """.strip();

    private final ResultFiles results;

    NightTable(ResultFiles results) {
        this.results = results;
    }

    String text() {
        if (!results.has(FILE)) {
            return "Not taken.";
        }
        List<String> lines = new ArrayList<>(List.of(HEAD));
        results.all(FILE).path("banks").forEach(bank -> lines.add(line(bank)));
        return String.join("\n", lines);
    }

    private static String line(JsonNode bank) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        all(Form.PLAIN, bank, "/customers"),
                        all(Form.PLAIN, bank, "/advisors", "/schedules"),
                        all(Form.PLAIN, bank, "/register_seconds"),
                        all(Form.PLAIN, bank, "/schedules_seconds"),
                        all(Form.PLAIN, bank, "/cut_seconds"),
                        all(Form.PLAIN, bank, "/night_seconds"),
                        all(Form.PLAIN, bank, "/proposals"),
                        all(Form.PLAIN, bank, "/lists", "/rows", "/left_out"),
                        all(Form.MEGABYTES, bank, "/state_bytes_registered/all", "/state_bytes_before_the_cut/all"),
                        all(Form.PLAIN, bank, "/state_bytes_per_customer", "/state_bytes_per_proposal"),
                        all(Form.MEGABYTES, bank, "/heap_peak_bytes", "/heap_peak_bytes_after_collections"));
    }

    private static String all(Form form, JsonNode bank, String... pointers) {
        List<String> figures = new ArrayList<>();
        for (String pointer : pointers) {
            figures.add(form.of(bank.at(pointer)));
        }
        return String.join(" / ", figures);
    }
}
