package dev.anlass.engine.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads strings, numbers, truth values and times. A whole number is a fine double; no other type stands in for another.
 *
 * @param wrong what is said of a value of another type
 */
record ScalarReader(FieldType.Scalar type, Rejection wrong) implements FieldReader {

    /** A double can be as large as a number of 308 digits. */
    private static final int FINITE_DIGITS = 300;

    @Override
    public @Nullable Object read(JsonParser parser, Data data) throws IOException {
        Object value = value(parser, parser.currentToken());
        if (value == null) {
            data.reject(wrong);
            JsonText.skip(parser);
        }
        return value;
    }

    @Override
    public void check(JsonParser parser, Data data) throws IOException {
        if (type == FieldType.Scalar.STRING && parser.currentToken() == JsonToken.VALUE_STRING) {
            JsonText.requireWellFormed(parser);
        } else if (type != FieldType.Scalar.DOUBLE || !isPlainNumber(parser)) {
            read(parser, data);
        }
    }

    /** Whether it is a number that is finite whatever its digits are. */
    private static boolean isPlainNumber(JsonParser parser) throws IOException {
        if (!parser.currentToken().isNumeric() || parser.getTextLength() > FINITE_DIGITS) {
            return false;
        }
        char[] characters = parser.getTextCharacters();
        int end = parser.getTextOffset() + parser.getTextLength();
        for (int at = parser.getTextOffset(); at < end; at++) {
            if ((characters[at] | 0x20) == 'e') {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
        boolean isText = token == JsonToken.VALUE_STRING;
        return switch (type) {
            case STRING -> isText ? JsonText.text(parser) : null;
            case INT -> token == JsonToken.VALUE_NUMBER_INT ? whole(parser) : null;
            case DOUBLE -> token.isNumeric() ? finite(parser) : null;
            case BOOL -> token.isBoolean() ? (Boolean) (token == JsonToken.VALUE_TRUE) : null;
            case TIMESTAMP -> isText ? instant(Rfc3339.instant(JsonText.text(parser))) : null;
            case DATE -> isText ? instant(Rfc3339.date(JsonText.text(parser))) : null;
        };
    }

    static @Nullable Long whole(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? null : (Long) parser.getLongValue();
    }

    /** Adding zero leaves only one zero, so that equal numbers are equal keys. */
    static @Nullable Double finite(JsonParser parser) throws IOException {
        double value = parser.getDoubleValue() + 0.0;
        return Double.isFinite(value) ? (Double) value : null;
    }

    private static @Nullable Instant instant(long millis) {
        return millis == Rfc3339.INVALID ? null : Instant.ofEpochMilli(millis);
    }
}
