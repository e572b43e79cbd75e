package dev.anlass.engine.rulefile;

/**
 * An escape in a double-quoted YAML scalar, such as {@code \n} or {@code \u00e4}.
 *
 * @param length how many characters it takes in the file
 * @param decoded what it stands for; empty if it is none
 */
record Escape(int length, String decoded) {

    private static final String LETTERS = "0abtnvfre \"/\\N_LP\t";
    private static final String MEANINGS = "\0\u0007\b\t\n\u000b\f\r\u001b \"/\\\u0085\u00a0\u2028\u2029\t";

    /** The escape whose backslash stands at the offset. */
    static Escape at(String raw, int offset) {
        char letter = raw.charAt(offset + 1);
        int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
        if (digits > 0) {
            return coded(raw, offset, digits);
        }
        int known = LETTERS.indexOf(letter);
        return new Escape(2, known < 0 ? "" : MEANINGS.substring(known, known + 1));
    }

    boolean decodesTo(String value, int offset) {
        return !decoded.isEmpty() && value.startsWith(decoded, offset);
    }

    private static Escape coded(String raw, int offset, int digits) {
        int end = offset + 2 + digits;
        if (end > raw.length()) {
            return new Escape(2, "");
        }
        String code = raw.substring(offset + 2, end);
        if (!code.matches("[0-9a-fA-F]+") || !Character.isValidCodePoint(Integer.parseUnsignedInt(code, 16))) {
            return new Escape(2, "");
        }
        return new Escape(2 + digits, Character.toString(Integer.parseUnsignedInt(code, 16)));
    }
}
