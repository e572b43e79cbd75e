package dev.anlass.jobs.advisor.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Text and JSON as PostgreSQL takes them: it refuses the character NUL, and half a surrogate pair has no form in UTF-8. The
 * replacement character stands for both.
 */
final class StoredText {

    private static final char REPLACEMENT = '\uFFFD';

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .registerModule(new SimpleModule()
                    .addSerializer(String.class, new Text())
                    .addKeySerializer(String.class, new Name()));

    private StoredText() {}

    static @Nullable String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            int point = text.codePointAt(i);
            if (point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, REPLACEMENT);
            } else if (Character.isSupplementaryCodePoint(point)) {
                i++;
            }
        }
        return mended == null ? text : mended.toString();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row's facts and evidence are values of JSON", e);
        }
    }

    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what PostgreSQL gives is JSON", e);
        }
    }

    static <T> T parsed(String json, Class<T> type) {
        return JSON.convertValue(parsed(json), type);
    }

    private static final class Text extends JsonSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(of(text));
        }
    }

    private static final class Name extends JsonSerializer<String> {
        @Override
        public void serialize(String name, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(of(name));
        }
    }
}
