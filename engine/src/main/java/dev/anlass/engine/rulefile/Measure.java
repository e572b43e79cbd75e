package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;

/**
 * Says how long a value can be as JSON where it stands.
 *
 * <p>Of text whose characters are not known each is taken for a control character, which JSON writes with six bytes.
 */
sealed interface Measure permits MeasureOfJson, MeasureOfText {

    /** {@code \}{@code u0000}: more than any other character takes, half a surrogate pair included. */
    int CHARACTER_BYTES = 6;

    /** Of the longest value of a type. */
    JsonLength of(FieldType type, String name);

    /** Of a value: String, Long, Double, Boolean, Instant, List or Map. */
    long of(Object value);

    /** The bytes of a text between its quotes. */
    static long escaped(String text) {
        return text.codePoints().map(Measure::escaped).sum();
    }

    private static int escaped(int character) {
        if (character < ' ') {
            return CHARACTER_BYTES;
        }
        if (character == '"' || character == '\\') {
            return 2;
        }
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
