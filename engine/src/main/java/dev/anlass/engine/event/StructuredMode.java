package dev.anlass.engine.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Structured mode: one JSON object holds the attributes and, under {@code data}, the data.
 *
 * <p>Data that comes after the type is read on the way; data that comes before it is passed and read a second time. Of
 * equal names the last counts.
 */
final class StructuredMode implements ContentMode {

    static final String DATA = "data";

    private final byte[] json;
    private final Map<String, TypeReader> types;
    private final FewTexts few;
    private boolean hasData;
    private @Nullable Data data;

    StructuredMode(byte[] json, Map<String, TypeReader> types, FewTexts few) {
        this.json = json;
        this.types = types;
        this.few = few;
    }

    @Override
    public int size() {
        return json.length;
    }

    @Override
    public Remains remains() {
        return Remains.ofStructured(json);
    }

    @Override
    public @Nullable Data read(Envelope envelope) throws IOException {
        try (JsonParser parser = JsonText.open(json)) {
            JsonText.requireObject(parser);
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals(DATA)) {
                    readData(parser, typeOf(envelope));
                } else {
                    readAttribute(parser, EnvelopeAttribute.of(name), envelope);
                }
            }
            JsonText.requireEnd(parser);
        }
        return dataAs(typeOf(envelope));
    }

    private @Nullable TypeReader typeOf(Envelope envelope) {
        String type = envelope.value(EnvelopeAttribute.TYPE);
        return type == null ? null : types.get(type);
    }

    private void readData(JsonParser parser, @Nullable TypeReader type) throws IOException {
        hasData = parser.currentToken() != JsonToken.VALUE_NULL;
        data = null;
        if (hasData && type != null) {
            data = type.read(parser);
        } else {
            JsonText.skip(parser);
        }
    }

    private void readAttribute(JsonParser parser, @Nullable EnvelopeAttribute attribute, Envelope envelope)
            throws IOException {
        JsonToken token = parser.currentToken();
        if (attribute == null) {
            JsonText.skip(parser);
        } else if (token == JsonToken.VALUE_STRING) {
            envelope.put(attribute, attribute.isOneOfFew() ? few.read(parser) : JsonText.text(parser));
        } else if (token == JsonToken.VALUE_NULL) {
            envelope.putNull(attribute);
        } else if (token.isNumeric() && attribute == EnvelopeAttribute.SEQUENCE) {
            envelope.put(attribute, parser.getText());
        } else {
            envelope.putWrongKind(attribute);
            JsonText.skip(parser);
        }
    }

    private @Nullable Data dataAs(@Nullable TypeReader type) throws IOException {
        if (type == null) {
            return null;
        }
        if (!hasData) {
            return type.none();
        }
        return data != null && data.type() == type ? data : secondPass(type);
    }

    private Data secondPass(TypeReader type) throws IOException {
        Data last = type.none();
        try (JsonParser parser = JsonText.open(json)) {
            JsonText.requireObject(parser);
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals(DATA)) {
                    last = type.read(parser);
                } else {
                    JsonText.skip(parser);
                }
            }
        }
        return last;
    }
}
