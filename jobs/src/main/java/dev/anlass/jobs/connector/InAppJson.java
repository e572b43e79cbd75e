package dev.anlass.jobs.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anlass.jobs.push.gateway.AppEvent;
import dev.anlass.jobs.push.gateway.AppEvent.Delivered;
import dev.anlass.jobs.push.gateway.InAppNews;
import dev.anlass.jobs.push.gateway.InAppNews.Erased;
import dev.anlass.jobs.push.gateway.InAppNews.Posted;
import dev.anlass.jobs.push.gateway.InAppNews.TakenBack;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gateway reads in the in-app topic, and what it writes to the events. */
public final class InAppJson {

    /** The CloudEvents source of all that the gateway says. */
    public static final String SOURCE = "urn:anlass:gateway";

    /** What apps are told of the data as it is. */
    private static final List<String> TOLD =
            List.of("action_id", "revision", "text", "language", "payload", "link", "feedback_token", "collapse_key");

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private InAppJson() {}

    /** What a record says; null if it cannot be read, or is of an unknown type. */
    public static @Nullable InAppNews read(byte[] bytes) {
        try {
            JsonNode event = JSON.readTree(bytes);
            String customer = text(event, "subject");
            return switch (text(event, "type")) {
                case MessageJson.POSTED -> posted(customer, event);
                case MessageJson.TAKEN_BACK -> takenBack(customer, event);
                case MessageJson.CUSTOMER_ERASED -> new Erased(customer);
                default -> null;
            };
        } catch (IOException | DateTimeException | Unreadable unreadable) {
            return null;
        }
    }

    /** An event for the engine; the same each time that it is said. */
    public static byte[] write(AppEvent event) {
        return event instanceof AppEvent.Feedback feedback ? feedback(feedback) : delivered((Delivered) event);
    }

    private static byte[] feedback(AppEvent.Feedback said) {
        String word = said.outcome().word();
        return ObjectWriter.bytes(event -> {
            String id = said.actionId() + "/" + word;
            EffectJson.head(event, id, SOURCE, "action." + word, said.customer(), said.time());
            event.object("data", data -> data.text("action_id", said.actionId()));
        });
    }

    private static byte[] delivered(Delivered delivered) {
        return ObjectWriter.bytes(event -> {
            String id = delivered.actionId() + "/delivered/" + delivered.revision() + "/in_app";
            EffectJson.head(event, id, SOURCE, DeliveryJson.ACTION_DELIVERED, delivered.customer(), delivered.time());
            event.object("data", data -> data.text("action_id", delivered.actionId())
                    .whole("revision", delivered.revision())
                    .text("provider", "in_app")
                    .time("expires_at", delivered.expiresAt()));
        });
    }

    private static InAppNews posted(String customer, JsonNode event) throws JsonProcessingException {
        JsonNode data = event.path("data");
        String expires = text(event, "expirytime");
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        for (String name : TOLD) {
            if (data.has(name)) {
                told.set(name, data.get(name));
            }
        }
        told.put("expires_at", expires);
        return new Posted(
                customer,
                text(data, "action_id"),
                whole(data, "revision"),
                text(data, "collapse_key"),
                millis(text(event, "time")),
                millis(expires),
                JSON.writeValueAsString(told));
    }

    private static InAppNews takenBack(String customer, JsonNode event) {
        JsonNode data = event.path("data");
        return new TakenBack(customer, text(data, "action_id"), whole(data, "revision"), millis(text(event, "time")));
    }

    private static String text(JsonNode json, String name) {
        JsonNode text = json.path(name);
        if (!text.isTextual()) {
            throw new Unreadable();
        }
        return text.asText();
    }

    private static long whole(JsonNode json, String name) {
        JsonNode number = json.path(name);
        if (!number.canConvertToLong()) {
            throw new Unreadable();
        }
        return number.asLong();
    }

    private static long millis(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }

    /** It is not as it should be. */
    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }
}
