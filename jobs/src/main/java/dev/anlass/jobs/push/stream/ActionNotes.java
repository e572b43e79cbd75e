package dev.anlass.jobs.push.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.event.Rejection;
import dev.anlass.jobs.connector.EffectJson;
import dev.anlass.jobs.operator.Outgoing;
import dev.anlass.jobs.operator.RawRecord;
import dev.anlass.jobs.push.Message;
import dev.anlass.jobs.push.Routes;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Takes from the actions what is to be delivered, and what is taken back. */
public final class ActionNotes extends ProcessFunction<RawRecord, Note> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Routes routes;

    public ActionNotes(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void processElement(RawRecord raw, Context context, Collector<Note> out) {
        try {
            JsonNode event = JSON.readTree(raw.value());
            JsonNode data = event.path("data");
            Note note = routes.carry(data.path("channel").asText()) ? note(event, data) : null;
            if (note != null) {
                out.collect(note);
            }
        } catch (IOException notJson) {
            refuse(Rejection.NOT_JSON, raw, context);
        } catch (DateTimeException | ArithmeticException notATime) {
            refuse(Rejection.BAD_TIME, raw, context);
        } catch (Missing missing) {
            refuse(Rejection.missing(missing.name), raw, context);
        }
    }

    private static void refuse(String reason, RawRecord raw, Context context) {
        Rejection rejection = new Rejection(reason, "The record is no action that the trigger job writes.", null);
        byte[] line = EffectJson.rejected(rejection, raw.source(), raw.origin().sha256());
        context.output(EventNotes.REJECTED, new Outgoing(null, line));
    }

    /** Something that every action has is not there. */
    private static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String name;

        Missing(String name) {
            super(name, null, false, false);
            this.name = name;
        }
    }

    private static @Nullable Note note(JsonNode event, JsonNode data) {
        return switch (event.path("type").asText()) {
            case EffectJson.ACTION_REQUESTED -> new Note.Requested(message(event, data));
            case EffectJson.ACTION_REVOKED ->
                new Note.Revoked(
                        needed(event, "subject"),
                        needed(data, "action_id"),
                        data.path("revision").asLong());
            default -> null;
        };
    }

    private static Message message(JsonNode event, JsonNode data) {
        String language = text(data, "language");
        JsonNode permittedAt = data.path("consent").path("given_at");
        return new Message(
                needed(event, "subject"),
                needed(data, "action_id"),
                data.path("revision").asLong(),
                needed(data, "action"),
                needed(data, "trigger"),
                needed(data, "bundle"),
                needed(data, "channel"),
                needed(data, "purpose"),
                time(data, "decided_at"),
                time(event, "expirytime"),
                data.path("payload").isObject() ? data.path("payload").toString() : "{}",
                texts(data, language),
                language,
                needed(data, "collapse_key"),
                permittedAt.isTextual() ? (Long) millis(permittedAt.textValue()) : null);
    }

    private static Map<String, String> texts(JsonNode data, @Nullable String language) {
        Map<String, String> texts = new HashMap<>();
        data.path("texts")
                .properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        String text = text(data, "text");
        if (text != null && language != null) {
            texts.put(language, text);
        }
        return texts;
    }

    private static long time(JsonNode node, String name) {
        return millis(needed(node, name));
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    private static String needed(JsonNode node, String name) {
        String text = text(node, name);
        if (text == null) {
            throw new Missing(name);
        }
        return text;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).textValue() : null;
    }
}
