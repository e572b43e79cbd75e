package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Measures values that stand in a text, numbers and times as a language writes them.
 *
 * @param language null for any
 */
record MeasureOfText(@Nullable Locale language) implements Measure {

    /** What no language needs for a date and a time of day, in characters. */
    private static final int TIME_CHARACTERS = 64;

    /** What other languages need more than English for a number: marks that say in which direction to write. */
    private static final int MARKS_CHARACTERS = 8;

    /** Digits and names of months in other scripts. */
    private static final int FOREIGN_CHARACTER_BYTES = 3;

    private static final int TRUTH_BYTES = "false".length();

    @Override
    public JsonLength of(FieldType type, String name) {
        if (type instanceof FieldType.Bounded text && text.type() == FieldType.Scalar.STRING) {
            return JsonLength.ofBytes((long) CHARACTER_BYTES * text.longest()).declared();
        }
        return type instanceof FieldType.Scalar scalar ? scalar(scalar, name) : JsonLength.unknown(name);
    }

    private JsonLength scalar(FieldType.Scalar type, String name) {
        return switch (type) {
            case STRING -> JsonLength.unknown(name);
            case INT -> JsonLength.ofBytes(number(Long.MIN_VALUE));
            case DOUBLE -> JsonLength.ofBytes(number(-Double.MAX_VALUE));
            case BOOL -> JsonLength.ofBytes(TRUTH_BYTES);
            case TIMESTAMP, DATE -> JsonLength.ofBytes((long) TIME_CHARACTERS * FOREIGN_CHARACTER_BYTES);
        };
    }

    @Override
    public long of(Object value) {
        return value instanceof Number number ? number(number) : Measure.escaped(value.toString());
    }

    private long number(Number number) {
        if (language != null) {
            return Measure.escaped(NumberFormat.getInstance(language).format(number));
        }
        String english = NumberFormat.getInstance(Locale.ENGLISH).format(number);
        return (long) (english.length() + MARKS_CHARACTERS) * FOREIGN_CHARACTER_BYTES;
    }
}
