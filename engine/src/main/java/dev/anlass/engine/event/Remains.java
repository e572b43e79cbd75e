package dev.anlass.engine.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of a rejected message, up to the byte at which it breaks.
 *
 * <p>It names the event in the rejection, and a consent record that cannot be read still blocks.
 */
final class Remains {

    private @Nullable String id;
    private @Nullable String type;
    private @Nullable String subject;
    private @Nullable String purpose;

    private Remains() {}

    static Remains ofStructured(byte[] json) {
        Remains remains = new Remains();
        remains.readUntilItBreaks(json, remains::readRecord);
        return remains;
    }

    static Remains ofBinary(Map<String, String> attributes, byte[] data) {
        Remains remains = new Remains();
        remains.id = readable(attributes.get(EnvelopeAttribute.ID.word()));
        remains.type = readable(attributes.get(EnvelopeAttribute.TYPE.word()));
        remains.subject = readable(attributes.get(EnvelopeAttribute.SUBJECT.word()));
        remains.readUntilItBreaks(data, remains::readData);
        return remains;
    }

    @Nullable
    String id() {
        return id;
    }

    /** What it blocks if it is a consent record of a known customer; else null. */
    Decoded.@Nullable Blocked blocked() {
        boolean isConsent = EventType.CONSENT_CHANGED.equals(type);
        return isConsent && subject != null ? new Decoded.Blocked(subject, purpose) : null;
    }

    /** Reads what begins at the parser's token. */
    private interface Part {
        void read(JsonParser parser) throws IOException;
    }

    private void readUntilItBreaks(byte[] json, Part part) {
        try (JsonParser parser = JsonText.openRemains(json)) {
            parser.nextToken();
            part.read(parser);
        } catch (IOException broken) {
            // What was read before stays.
        }
    }

    private void readRecord(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "id" -> id = text(parser);
                case "type" -> type = text(parser);
                case "subject" -> subject = text(parser);
                case StructuredMode.DATA -> readData(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void readData(JsonParser parser) throws IOException {
        purpose = null;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (name.equals("purpose")) {
                purpose = text(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static @Nullable String text(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return readable(parser.getText());
        }
        parser.skipChildren();
        return null;
    }

    private static @Nullable String readable(@Nullable String text) {
        boolean sound =
                text != null && !text.isEmpty() && text.length() <= JsonText.MAX_STRING && JsonText.isWellFormed(text);
        return sound ? text : null;
    }
}
