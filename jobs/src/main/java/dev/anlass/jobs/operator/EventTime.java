package dev.anlass.jobs.operator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The time that a record gives its event, never ahead of the record's own; what cannot be read says nothing. */
final class EventTime implements RecordTime {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String TIME = "time";
    private static final String RECORDED_TIME = "recordedtime";

    @Override
    public long of(RawRecord raw) {
        Map<String, String> attributes = raw.isBinaryMode() ? raw.attributes() : read(raw.value());
        Long time = millis(attributes.get(TIME));
        if (time == null) {
            return NOTHING;
        }
        Long recorded =
                attributes.containsKey(RECORDED_TIME) ? millis(attributes.get(RECORDED_TIME)) : raw.appendedAt();
        return recorded == null ? time : Math.min(time, recorded);
    }

    /** The two attributes; empty if the whole is not JSON. */
    private static Map<String, String> read(byte[] json) {
        Map<String, String> attributes = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING && (name.equals(TIME) || name.equals(RECORDED_TIME))) {
                    attributes.put(name, parser.getText());
                }
                parser.skipChildren();
            }
            return attributes;
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static @Nullable Long millis(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
