package dev.anlass.engine.rulefile;

import org.jspecify.annotations.Nullable;

/**
 * A finding in a rule file: what is wrong, where, and a way out.
 *
 * @param file the path as it is shown to the author
 * @param line from 1; 0 if the finding is about the file as a whole
 * @param column from 1, in code points; 0 if the finding is about the file as a whole
 * @param message what is wrong, without a full stop
 * @param wayOut what was expected, or the nearest known word; null if there is no good guess
 * @param excerpt the line, or what is around the column if it is long; empty for a whole file
 * @param caret where the column is in the excerpt, in code points from 0
 */
public record Problem(
        Severity severity,
        Kind kind,
        String file,
        int line,
        int column,
        String message,
        @Nullable String wayOut,
        String excerpt,
        int caret) {

    /** Whether a bundle can be made in spite of the finding. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** What the finding is about. */
    public enum Kind {
        /** Something that is written in a rule file. */
        RULE,
        /** A scenario that is not there or cannot be read; deploying treats it as an error. */
        MISSING_SCENARIO
    }

    static Problem at(Spot spot, Severity severity, String message, @Nullable String wayOut) {
        Source source = spot.source();
        int offset = spot.offset();
        return new Problem(
                severity,
                Kind.RULE,
                source.file(),
                source.line(offset),
                source.column(offset),
                message,
                wayOut,
                source.excerpt(offset),
                source.caret(offset));
    }

    static Problem of(String file, Severity severity, String message, @Nullable String wayOut) {
        return new Problem(severity, Kind.RULE, file, 0, 0, message, wayOut, "", 0);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    Problem withSeverity(Severity other) {
        return new Problem(other, kind, file, line, column, message, wayOut, excerpt, caret);
    }

    Problem aboutScenarios() {
        return new Problem(severity, Kind.MISSING_SCENARIO, file, line, column, message, wayOut, excerpt, caret);
    }

    /** File, line, column, what is wrong, the line with a caret below it, and the way out. */
    public String render() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line).append(':').append(column);
        }
        text.append(isError() ? ": error: " : ": warning: ").append(message).append('\n');
        if (line > 0) {
            text.append("  ").append(excerpt).append('\n');
            text.append("  ").append(spaces()).append("^\n");
        }
        if (wayOut != null) {
            text.append("  ").append(wayOut).append('\n');
        }
        return text.toString();
    }

    /** As wide as what stands before the caret: a tab stays a tab. */
    private String spaces() {
        StringBuilder spaces = new StringBuilder();
        excerpt.codePoints().limit(caret).forEach(c -> spaces.append(c == '\t' ? '\t' : ' '));
        return spaces.toString();
    }
}
