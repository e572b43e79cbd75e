package dev.anlass.jobs.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads CloudEvents, structured or binary, as learning and the report need them; it never throws. */
public final class LogReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DECISION = "decision.recorded";
    private static final String ERASURE = "erasure.certified";

    private LogReader() {}

    public static LogRecord read(byte[] json) {
        try {
            JsonNode event = JSON.readTree(json);
            return event == null ? new LogRecord.Unreadable() : record(event, event.path("data"));
        } catch (IOException | DateTimeException | ArithmeticException mistake) {
            return new LogRecord.Unreadable();
        }
    }

    /** @param attributes of an event in binary mode, without prefix */
    public static LogRecord read(Map<String, String> attributes, byte[] data) {
        try {
            return record(JSON.valueToTree(attributes), JSON.readTree(data));
        } catch (IOException | DateTimeException | ArithmeticException mistake) {
            return new LogRecord.Unreadable();
        }
    }

    private static LogRecord record(JsonNode event, JsonNode data) {
        String type = text(event, "type");
        if (type == null) {
            return new LogRecord.Unreadable();
        }
        if (type.equals(DECISION)) {
            return decided(event, data);
        }
        return type.equals(ERASURE)
                ? new LogRecord.Other()
                : new LogRecord.Happened(type, text(event, "subject"), text(data, "action_id"), time(event, "time"));
    }

    private static LogRecord decided(JsonNode event, JsonNode data) {
        String id = text(data, "match_id");
        String customer = text(event, "subject");
        String trigger = text(data, "trigger");
        String outcome = text(data, "outcome");
        if (id == null || customer == null || trigger == null || outcome == null) {
            return new LogRecord.Unreadable();
        }
        return new LogRecord.Decided(
                id,
                data.path("revision").asInt(1),
                customer,
                trigger,
                outcome,
                text(data, "reason"),
                text(data, "action"),
                segments(data.path("segments")),
                time(data, "decided_at"));
    }

    private static Map<String, String> segments(JsonNode node) {
        if (node.isEmpty()) {
            return Map.of();
        }
        Map<String, String> segments = new HashMap<>();
        node.fieldNames()
                .forEachRemaining(name -> segments.put(name, node.path(name).asText()));
        return segments;
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
    }

    private static long time(JsonNode node, String name) {
        return OffsetDateTime.parse(node.path(name).asText()).toInstant().toEpochMilli();
    }
}
