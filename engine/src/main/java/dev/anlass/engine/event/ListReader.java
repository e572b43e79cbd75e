package dev.anlass.engine.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of one element type; a null among the elements is wrong.
 *
 * @param wrong what is said of a value that is no list
 */
record ListReader(FieldReader element, Rejection wrong) implements FieldReader {

    @Override
    public @Nullable Object read(JsonParser parser, Data data) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            data.reject(wrong);
            JsonText.skip(parser);
            return null;
        }
        List<Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Object value = token == JsonToken.VALUE_NULL ? null : element.read(parser, data);
            if (value != null) {
                elements.add(value);
            } else {
                data.reject(wrong);
            }
        }
        return Collections.unmodifiableList(Arrays.asList(elements.toArray()));
    }

    @Override
    public void check(JsonParser parser, Data data) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            data.reject(wrong);
            JsonText.skip(parser);
            return;
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_NULL) {
                data.reject(wrong);
            } else {
                element.check(parser, data);
            }
        }
    }
}
