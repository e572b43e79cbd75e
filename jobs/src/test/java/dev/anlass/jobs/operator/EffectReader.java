package dev.anlass.jobs.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.decide.Action;
import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Evidence;
import dev.anlass.engine.decide.Revocation;
import dev.anlass.engine.decide.Score;
import dev.anlass.engine.event.Rejection;
import dev.anlass.engine.step.Effect;
import dev.anlass.jobs.connector.EffectJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes effects of what went out, as far as its readers can tell. */
final class EffectReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EffectReader() {}

    static Effect read(Outgoing outgoing) {
        try {
            JsonNode event = JSON.readTree(outgoing.value());
            return switch (event.path("type").asText()) {
                case EffectJson.ACTION_REQUESTED -> new Effect.Request(action(event, event.get("data")));
                case EffectJson.DECISION_RECORDED -> new Effect.Record(decision(event, event.get("data")));
                case EffectJson.ACTION_REVOKED -> new Effect.Revoke(revocation(event, event.get("data")));
                case EffectJson.ERASURE_CERTIFIED ->
                    new Effect.Erased(event.get("subject").asText(), time(event.get("time")), List.of());
                default -> new Effect.Reject(rejection(event));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Action action(JsonNode event, JsonNode data) {
        return new Action(
                data.get("action_id").asText(),
                data.get("revision").asInt(),
                event.get("subject").asText(),
                data.get("trigger").asText(),
                data.get("bundle").asText(),
                data.get("channel").asText(),
                data.get("purpose").asText(),
                data.get("action").asText(),
                time(event.get("time")),
                time(data.get("decided_at")),
                time(event.get("expirytime")),
                fields(data.path("payload")),
                text(data, "text"),
                text(data, "language"),
                translations(data.path("texts")),
                score(data.get("score")),
                evidence(data.get("evidence")),
                null,
                data.get("collapse_key").asText(),
                data.get("alternatives").asInt());
    }

    private static Map<String, String> translations(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        return texts;
    }

    private static Decision decision(JsonNode event, JsonNode data) {
        return new Decision(
                data.get("match_id").asText(),
                data.get("revision").asInt(),
                event.get("subject").asText(),
                data.get("trigger").asText(),
                data.get("bundle").asText(),
                data.get("channel").asText(),
                data.get("purpose").asText(),
                Decision.Outcome.valueOf(data.get("outcome").asText().toUpperCase(Locale.ROOT)),
                text(data, "reason"),
                text(data, "would"),
                text(data, "outranked_by"),
                time(event.get("time")),
                time(data.get("decided_at")),
                evidence(data.get("evidence")),
                null,
                score(data.get("score")),
                data.has("probability") ? data.get("probability").asDouble() : null,
                text(data, "action"),
                texts(data.path("segments")));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.fieldNames()
                .forEachRemaining(name -> texts.put(name, node.get(name).asText()));
        return texts;
    }

    private static Revocation revocation(JsonNode event, JsonNode data) {
        return new Revocation(
                data.get("action_id").asText(),
                data.get("revision").asInt(),
                event.get("subject").asText(),
                data.get("trigger").asText(),
                data.get("channel").asText(),
                data.get("reason").asText(),
                time(event.get("time")),
                time(data.get("decided_at")));
    }

    private static Rejection rejection(JsonNode line) {
        return new Rejection(line.get("reason").asText(), line.path("detail").asText(), text(line, "event_id"));
    }

    private static Score score(JsonNode score) {
        return new Score(
                score.get("propensity").asDouble(),
                score.get("value").asDouble(),
                score.get("weight").asDouble());
    }

    private static List<Evidence> evidence(JsonNode evidence) {
        List<Evidence> all = new ArrayList<>();
        evidence.forEach(one -> all.add(new Evidence(
                one.get("step").asText(),
                one.get("source").asText(),
                one.get("event").asText(),
                time(one.get("time")))));
        return all;
    }

    private static Map<String, Object> fields(JsonNode object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
        return fields;
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            List<Object> all = new ArrayList<>();
            node.forEach(element -> all.add(value(element)));
            return all;
        } else if (node.isObject()) {
            return fields(node);
        } else if (node.isIntegralNumber()) {
            return node.asLong();
        } else if (node.isNumber()) {
            return node.asDouble();
        }
        return node.isBoolean() ? (Object) node.asBoolean() : node.asText();
    }

    private static @Nullable String text(JsonNode object, String name) {
        return object.has(name) ? object.get(name).asText() : null;
    }

    private static long time(JsonNode text) {
        return Instant.parse(text.asText()).toEpochMilli();
    }
}
