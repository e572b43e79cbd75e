package dev.anlass.engine.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.anlass.engine.rulefile.Node;
import dev.anlass.engine.rulefile.Node.Mapping;
import dev.anlass.engine.rulefile.Node.Scalar;
import dev.anlass.engine.rulefile.Node.Sequence;
import dev.anlass.engine.rulefile.PlainValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** Writes an event of a scenario as the CloudEvent that would arrive, so that it is read like any other. */
final class EventText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String SOURCE = "urn:anlass:scenario";

    private EventText() {}

    /** In structured JSON. */
    static byte[] of(String id, String customer, String type, long time, List<Node.Entry> data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", id);
            json.writeStringField("source", SOURCE);
            json.writeStringField("type", type);
            json.writeStringField("subject", customer);
            json.writeStringField("time", Instant.ofEpochMilli(time).toString());
            json.writeFieldName("data");
            fields(json, data);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    private static void fields(JsonGenerator json, List<Node.Entry> fields) throws IOException {
        json.writeStartObject();
        for (Node.Entry field : fields) {
            json.writeFieldName(field.key().text());
            value(json, field.value());
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Node node) throws IOException {
        if (node instanceof Scalar scalar) {
            scalar(json, scalar);
        } else if (node instanceof Sequence list) {
            json.writeStartArray();
            for (Node item : list.items()) {
                value(json, item);
            }
            json.writeEndArray();
        } else if (node instanceof Mapping mapping) {
            fields(json, mapping.entries());
        }
    }

    private static void scalar(JsonGenerator json, Scalar scalar) throws IOException {
        Object value = scalar.isNothing() ? null : PlainValue.of(scalar);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(value.toString());
        }
    }
}
