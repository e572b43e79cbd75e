package dev.anlass.jobs.advisor.sheet;

import org.jspecify.annotations.Nullable;

/**
 * Text as every format takes it: line ends as one character, no other control characters, no half of a surrogate pair, and no
 * more than a cell can hold.
 */
final class SheetText {

    /** A cell of a spreadsheet holds 32,767 characters. */
    static final int LONGEST = 32_000;

    private static final int LAST_CONTROL = 0x9F;
    private static final int FIRST_HIGH_CONTROL = 0x7F;
    private static final int NOT_A_CHARACTER = 0xFFFE;
    private static final int REPLACEMENT = 0xFFFD;
    private static final String CUT = "…";

    private SheetText() {}

    static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + CUT;
        StringBuilder clean = new StringBuilder(bounded.length());
        bounded.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(SheetText::clean)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int clean(int point) {
        boolean isControl =
                point < ' ' && point != '\n' && point != '\t' || point >= FIRST_HIGH_CONTROL && point <= LAST_CONTROL;
        boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return isControl || isHalf || (point & NOT_A_CHARACTER) == NOT_A_CHARACTER ? REPLACEMENT : point;
    }
}
