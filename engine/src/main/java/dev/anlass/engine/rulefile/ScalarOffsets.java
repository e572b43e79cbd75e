package dev.anlass.engine.rulefile;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Where in the file each character of a YAML scalar stands.
 *
 * <p>The idea: whatever the style, the visible characters of the value stand in the file in the same order; only
 * white space, quotes and escapes differ. So both are read side by side. Should they part after all, every character
 * is said to stand at the start of the scalar.
 */
final class ScalarOffsets {

    private final String raw;
    private final String value;
    private final ScalarStyle style;
    private final int[] offsets;
    private int at;

    private ScalarOffsets(Node.Scalar scalar) {
        raw = scalar.at().source().text();
        value = scalar.text();
        style = scalar.style();
        offsets = new int[value.length() + 1];
        at = contentStart(scalar);
        boolean aligned = align(scalar.end());
        if (!aligned) {
            java.util.Arrays.fill(offsets, scalar.at().offset());
        }
    }

    static ScalarOffsets of(Node.Scalar scalar) {
        return new ScalarOffsets(scalar);
    }

    /** The offset in the file of an offset in the value. */
    int inFile(int offset) {
        return offsets[Math.max(0, Math.min(offset, value.length()))];
    }

    private int contentStart(Node.Scalar scalar) {
        int start = scalar.at().offset();
        return switch (style) {
            case SINGLE_QUOTED, DOUBLE_QUOTED, JSON_SCALAR_STYLE -> start + 1;
            case LITERAL, FOLDED -> Math.max(start, raw.indexOf('\n', start) + 1);
            case PLAIN -> start;
        };
    }

    private boolean align(int end) {
        int read = 0;
        while (read < value.length()) {
            int taken = isWhite(value.charAt(read)) ? takeWhite(read, end) : takeVisible(read, end);
            if (taken == 0) {
                return false;
            }
            read += taken;
        }
        offsets[read] = Math.min(at, end);
        return true;
    }

    /** White space of the value is white space of the file, an escape, or stands for several line breaks. */
    private int takeWhite(int read, int end) {
        if (isEscape(end) && isContinuation()) {
            skipContinuation(end);
        }
        offsets[read] = Math.min(at, end);
        if (at < end && isWhite(raw.charAt(at))) {
            at++;
        } else if (isEscape(end) && Escape.at(raw, at).decodesTo(value, read)) {
            at += Escape.at(raw, at).length();
        }
        return 1;
    }

    private int takeVisible(int read, int end) {
        skipWhite(end);
        if (at >= end) {
            return 0;
        }
        offsets[read] = at;
        if (isEscape(end)) {
            return takeEscape(read);
        }
        if (raw.charAt(at) != value.charAt(read)) {
            return 0;
        }
        at += style == ScalarStyle.SINGLE_QUOTED && value.charAt(read) == '\'' ? 2 : 1;
        return 1;
    }

    private int takeEscape(int read) {
        Escape escape = Escape.at(raw, at);
        if (!escape.decodesTo(value, read)) {
            return 0;
        }
        int taken = escape.decoded().length();
        for (int i = 0; i < taken; i++) {
            offsets[read + i] = at;
        }
        at += escape.length();
        return taken;
    }

    private void skipWhite(int end) {
        while (at < end) {
            if (isWhite(raw.charAt(at))) {
                at++;
            } else if (isEscape(end) && isContinuation()) {
                skipContinuation(end);
            } else if (isEscape(end) && isWhite(Escape.at(raw, at).decoded())) {
                at += Escape.at(raw, at).length();
            } else {
                return;
            }
        }
    }

    /** A backslash at the end of a line, and the indentation of the next. */
    private void skipContinuation(int end) {
        at++;
        while (at < end && isWhite(raw.charAt(at))) {
            at++;
        }
    }

    private boolean isEscape(int end) {
        return (style == ScalarStyle.DOUBLE_QUOTED || style == ScalarStyle.JSON_SCALAR_STYLE)
                && at + 1 < end
                && raw.charAt(at) == '\\';
    }

    private boolean isContinuation() {
        char next = raw.charAt(at + 1);
        return next == '\n' || next == '\r';
    }

    private static boolean isWhite(String text) {
        return text.length() == 1 && isWhite(text.charAt(0));
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
