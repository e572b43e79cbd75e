package dev.anlass.engine.scenario;

import dev.anlass.engine.rulefile.Durations;

/** Writes what came of a scenario. */
final class ScenarioRendering {

    private static final String NOTHING = "nothing";
    private static final String INDENT = "      ";

    private final StringBuilder text;

    ScenarioRendering(StringBuilder text) {
        this.text = text;
    }

    void append(ScenarioResult result) {
        Scenario scenario = result.scenario();
        if (result.isGood()) {
            text.append("  ok  ").append(scenario.name()).append('\n');
            return;
        }
        text.append("  NO  ").append(scenario.name());
        text.append(" (line ").append(scenario.at().line()).append(")\n");
        appendRows(result);
        result.variations()
                .forEach(variation ->
                        text.append(INDENT).append("! ").append(variation).append('\n'));
    }

    private void appendRows(ScenarioResult result) {
        long start = result.scenario().start();
        int width = result.rows().stream()
                .mapToInt(row -> expected(row, start).length())
                .max()
                .orElse(0);
        width = Math.max(width, "expected".length());
        appendRow(' ', "expected", "happened", width);
        for (Row row : result.rows()) {
            appendRow(row.isMet() ? '=' : '!', expected(row, start), happened(row, start), width);
        }
        if (result.rows().isEmpty()) {
            appendRow('=', NOTHING, NOTHING, width);
        }
    }

    private void appendRow(char mark, String left, String right, int width) {
        text.append(INDENT).append(mark).append(' ').append(left);
        text.append(" ".repeat(width - left.length()))
                .append("  | ")
                .append(right)
                .append('\n');
    }

    private static String expected(Row row, long start) {
        Expectation expected = row.expected();
        return expected == null ? NOTHING : timed(expected.time() - start, expected.words());
    }

    private static String happened(Row row, long start) {
        Happening happened = row.happened();
        if (happened == null || row.isMet()) {
            return happened == null ? NOTHING : expected(row, start);
        }
        boolean textMatters = row.expected() instanceof Expectation.Emitted emitted && emitted.text() != null;
        return timed(happened.time() - start, textMatters ? happened.wordsWithText() : happened.words());
    }

    private static String timed(long offsetMillis, String words) {
        long below = offsetMillis % 1_000;
        return Durations.text(offsetMillis) + (below == 0 ? "" : below + "ms") + " " + words;
    }
}
