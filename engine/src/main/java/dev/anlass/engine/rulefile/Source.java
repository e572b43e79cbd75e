package dev.anlass.engine.rulefile;

import java.util.Arrays;

/**
 * The text of one rule file, in which every offset has a line and a column.
 *
 * <p>Offsets count {@code char}s from 0; lines and columns count from 1, columns in code points.
 */
public final class Source {

    /** The most characters of a line that are shown; longer lines are cut around the place. */
    static final int MAX_EXCERPT = 160;

    private final String file;
    private final String text;
    private final int[] lineStarts;

    /**
     * A file with its text.
     *
     * @param file the path as it is shown to the author
     */
    public Source(String file, String text) {
        this.file = file;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    /** The place at an offset; beyond the end it is the end. */
    public Spot at(int offset) {
        return new Spot(this, Math.max(0, Math.min(offset, text.length())));
    }

    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int column(int offset) {
        return text.codePointCount(lineStarts[line(offset) - 1], offset) + 1;
    }

    /** The line around an offset, without what lies far from it. */
    String excerpt(int offset) {
        return text.substring(excerptStart(offset), excerptEnd(offset));
    }

    /** Where the offset is in its excerpt, in code points from 0. */
    int caret(int offset) {
        return text.codePointCount(excerptStart(offset), offset);
    }

    private int excerptStart(int offset) {
        int start = lineStarts[line(offset) - 1];
        return offset - start < MAX_EXCERPT ? start : onCharacter(offset - MAX_EXCERPT / 2);
    }

    private int excerptEnd(int offset) {
        int end = offset;
        while (end < text.length() && !isLineBreak(text.charAt(end))) {
            end++;
        }
        int start = excerptStart(offset);
        return end - start <= MAX_EXCERPT ? end : onCharacter(Math.max(offset, start + MAX_EXCERPT));
    }

    private int onCharacter(int offset) {
        return offset < text.length() && Character.isLowSurrogate(text.charAt(offset)) ? offset + 1 : offset;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
