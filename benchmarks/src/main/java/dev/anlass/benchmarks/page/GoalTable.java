package dev.anlass.benchmarks.page;

import java.util.ArrayList;
import java.util.List;

/** All goals with what was measured. */
final class GoalTable {

    private static final String HEAD = """
            | question | measured: median (smallest to largest) | must | goal | | run |
            |---|---|---|---|---|---|
            """.strip();

    private final ResultFiles results;

    GoalTable(ResultFiles results) {
        this.results = results;
    }

    String text() {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        Goal.all().forEach(goal -> lines.add(line(goal)));
        return String.join("\n", lines);
    }

    private String line(Goal goal) {
        boolean isTaken = goal.isTaken(results);
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(
                        goal.question(),
                        goal.measured(results).text(" " + goal.unit()),
                        inUnit(goal, Form.PLAIN.of(goal.must())),
                        inUnit(goal, Form.PLAIN.of(goal.goal())),
                        isTaken ? goal.verdict(results) : Form.NONE,
                        isTaken ? new RunLine(results, goal.file()).text() : Form.NONE);
    }

    private static String inUnit(Goal goal, String figure) {
        return figure + " " + goal.unit();
    }
}
