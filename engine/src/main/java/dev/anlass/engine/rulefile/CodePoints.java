package dev.anlass.engine.rulefile;

/** Turns a count of code points, as YAML's reader has it, into an offset of characters. */
final class CodePoints {

    private final String text;
    private final boolean sameAsCharacters;
    private int lastPoint = 0;
    private int lastOffset = 0;

    CodePoints(String text) {
        this.text = text;
        this.sameAsCharacters = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    /** Fast for counts that rise; any count is right. */
    int offset(int points) {
        if (sameAsCharacters) {
            return Math.min(points, text.length());
        }
        if (points < lastPoint) {
            lastPoint = 0;
            lastOffset = 0;
        }
        while (lastPoint < points && lastOffset < text.length()) {
            lastOffset += Character.charCount(text.codePointAt(lastOffset));
            lastPoint++;
        }
        return lastOffset;
    }
}
