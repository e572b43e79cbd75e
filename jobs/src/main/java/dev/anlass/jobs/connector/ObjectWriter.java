package dev.anlass.jobs.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is being written.
 *
 * <p>Equal values give equal bytes on every Java: doubles in their shortest form, times in RFC 3339 in UTC with
 * milliseconds only where they are not zero. Whatever text a value carries, the result is well-formed UTF-8.
 */
final class ObjectWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private static final int TYPICAL_BYTES = 1_024;

    private final JsonGenerator json;

    private ObjectWriter(JsonGenerator json) {
        this.json = json;
    }

    /** What stands in an object. */
    interface Content {
        void write(ObjectWriter object) throws IOException;
    }

    /** What one item of a list of objects holds. */
    interface Item<T> {
        void write(ObjectWriter object, T item) throws IOException;
    }

    static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            new ObjectWriter(json).braced(content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    /** Left out if there is no text. */
    ObjectWriter text(String name, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeStringField(name, wellFormed(text));
        }
        return this;
    }

    ObjectWriter whole(String name, long number) throws IOException {
        json.writeNumberField(name, number);
        return this;
    }

    ObjectWriter number(String name, double number) throws IOException {
        json.writeFieldName(name);
        number(number);
        return this;
    }

    /** Milliseconds since 1970. */
    ObjectWriter time(String name, long millis) throws IOException {
        return text(name, Instant.ofEpochMilli(millis).toString());
    }

    ObjectWriter object(String name, Content content) throws IOException {
        json.writeFieldName(name);
        braced(content);
        return this;
    }

    <T> ObjectWriter objects(String name, List<T> items, Item<T> content) throws IOException {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            braced(object -> content.write(object, item));
        }
        json.writeEndArray();
        return this;
    }

    ObjectWriter texts(String name, List<String> texts) throws IOException {
        json.writeFieldName(name);
        value(texts);
        return this;
    }

    /** A value as it stands in a payload; a time in RFC 3339. */
    ObjectWriter value(String name, @Nullable Object value) throws IOException {
        json.writeFieldName(name);
        value(value);
        return this;
    }

    /** An object with values as they stand in a payload. */
    ObjectWriter values(String name, Map<String, ?> values) throws IOException {
        json.writeFieldName(name);
        value(values);
        return this;
    }

    private void braced(Content content) throws IOException {
        json.writeStartObject();
        content.write(this);
        json.writeEndObject();
    }

    private void value(@Nullable Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(wellFormed(text));
        } else if (value instanceof Double number) {
            number(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(wellFormed(value.toString()));
        }
    }

    /** JSON has no infinity. */
    private void number(double number) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
    }

    private void map(Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName(wellFormed(String.valueOf(entry.getKey())));
            value(entry.getValue());
        }
        json.writeEndObject();
    }

    private void list(List<?> list) throws IOException {
        json.writeStartArray();
        for (Object item : list) {
            value(item);
        }
        json.writeEndArray();
    }

    /** Half a surrogate pair has no form in UTF-8: the replacement character stands for it. */
    private static String wellFormed(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            int point = text.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, '\uFFFD');
            } else if (Character.isSupplementaryCodePoint(point)) {
                i++;
            }
        }
        return mended == null ? text : mended.toString();
    }
}
