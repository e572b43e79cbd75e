package dev.anlass.jobs.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.anlass.engine.event.Decoded;
import dev.anlass.jobs.operator.RawRecord;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Whom a record is about, by its envelope alone: also if nothing else of it can be read. */
final class Subject {

    private static final String NAME = "subject";

    private static final JsonFactory JSON = new JsonFactory();

    private Subject() {}

    /** Of a record in structured mode; null if none can be read. */
    static @Nullable String of(Decoded decoded, byte[] json) {
        String known = known(decoded);
        return known == null && isUnread(decoded) ? ofEnvelope(json) : known;
    }

    /** Of a record of the events topic, in its mode; null if none can be read. */
    static @Nullable String of(Decoded decoded, RawRecord raw) {
        if (!raw.isBinaryMode()) {
            return of(decoded, raw.value());
        }
        return isUnread(decoded) ? raw.attributes().get(NAME) : known(decoded);
    }

    private static boolean isUnread(Decoded decoded) {
        return decoded instanceof Decoded.Rejected || decoded instanceof Decoded.UnknownType;
    }

    private static @Nullable String known(Decoded decoded) {
        if (decoded instanceof Decoded.Accepted accepted) {
            return accepted.event().customer();
        }
        return decoded instanceof Decoded.Rejected rejected && rejected.blocks() != null
                ? rejected.blocks().customer()
                : null;
    }

    private static @Nullable String ofEnvelope(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? field(parser) : null;
        } catch (IOException broken) {
            return null;
        }
    }

    /** The parser is not read on behind it, where the record may break. */
    private static @Nullable String field(JsonParser parser) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals(NAME)) {
                return value == JsonToken.VALUE_STRING ? parser.getText() : null;
            }
            parser.skipChildren();
        }
        return null;
    }
}
