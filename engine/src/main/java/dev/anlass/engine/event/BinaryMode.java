package dev.anlass.engine.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binary mode: the attributes come beside the data, which is one JSON value or no bytes at all. */
final class BinaryMode implements ContentMode {

    private final Map<String, String> attributes;
    private final byte[] bytes;
    private final Map<String, TypeReader> types;

    BinaryMode(Map<String, String> attributes, byte[] bytes, Map<String, TypeReader> types) {
        this.attributes = attributes;
        this.bytes = bytes;
        this.types = types;
    }

    @Override
    public int size() {
        return bytes.length;
    }

    @Override
    public Remains remains() {
        return Remains.ofBinary(attributes, bytes);
    }

    @Override
    public @Nullable Data read(Envelope envelope) throws IOException {
        for (EnvelopeAttribute attribute : EnvelopeAttribute.values()) {
            String value = attributes.get(attribute.word());
            if (value != null) {
                envelope.put(attribute, checked(value));
            }
        }
        String type = envelope.value(EnvelopeAttribute.TYPE);
        return readData(type == null ? null : types.get(type));
    }

    private static String checked(String value) throws IOException {
        if (value.length() > JsonText.MAX_STRING) {
            throw new StreamConstraintsException("string too long");
        }
        if (!JsonText.isWellFormed(value)) {
            throw new CharConversionException("half a surrogate pair");
        }
        return value;
    }

    private @Nullable Data readData(@Nullable TypeReader type) throws IOException {
        Data data = type == null ? null : type.none();
        if (bytes.length == 0) {
            return data;
        }
        try (JsonParser parser = JsonText.open(bytes)) {
            JsonToken token = JsonText.requireValue(parser);
            if (type == null || token == JsonToken.VALUE_NULL) {
                JsonText.skip(parser);
            } else {
                data = type.read(parser);
            }
            JsonText.requireEnd(parser);
        }
        return data;
    }
}
