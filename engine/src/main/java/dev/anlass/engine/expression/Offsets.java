package dev.anlass.engine.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;

/** Turns the places that cel-java reports (line and column, or position, in code points) into characters of the text. */
final class Offsets {

    private final String text;

    Offsets(String text) {
        this.text = text;
    }

    int of(CelIssue issue) {
        CelSourceLocation location = issue.getSourceLocation();
        int lineStart = 0;
        for (int line = 1; line < location.getLine(); line++) {
            int lineEnd = text.indexOf('\n', lineStart);
            if (lineEnd < 0) {
                return text.length();
            }
            lineStart = lineEnd + 1;
        }
        return after(lineStart, Math.max(0, location.getColumn()));
    }

    int ofPosition(int codePoint) {
        return after(0, codePoint);
    }

    /** Where the word stands next at or behind the offset; the offset itself if it does not. */
    int ofWordFrom(int offset, String word) {
        int at = text.indexOf(word, Math.min(offset, text.length()));
        return at < 0 ? offset : at;
    }

    /** Where the word stands last before the offset; the offset itself if it does not. */
    int ofWordBefore(int offset, String word) {
        int at = text.lastIndexOf(word, offset);
        return at < 0 ? offset : at;
    }

    private int after(int start, int codePoints) {
        int most = text.codePointCount(start, text.length());
        return text.offsetByCodePoints(start, Math.min(codePoints, most));
    }
}
