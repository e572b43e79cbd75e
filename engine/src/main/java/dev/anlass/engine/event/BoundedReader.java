package dev.anlass.engine.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads text or a list that has a longest length.
 *
 * @param longest in characters (UTF-16) or elements
 * @param tooLong what is said of a longer value
 */
record BoundedReader(FieldReader reader, int longest, Rejection tooLong) implements FieldReader {

    @Override
    public @Nullable Object read(JsonParser parser, Data data) throws IOException {
        Object value = reader.read(parser, data);
        if (value != null && length(value) > longest) {
            data.reject(tooLong);
        }
        return value;
    }

    @Override
    public void check(JsonParser parser, Data data) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            read(parser, data);
            return;
        }
        reader.check(parser, data);
        if (parser.getTextLength() > longest) {
            data.reject(tooLong);
        }
    }

    private static int length(Object value) {
        return value instanceof String text ? text.length() : ((List<?>) value).size();
    }
}
