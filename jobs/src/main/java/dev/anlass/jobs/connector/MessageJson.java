package dev.anlass.jobs.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.push.Message;
import dev.anlass.jobs.push.Parcel;
import java.util.Map;

/** What open apps show, as CloudEvents 1.0 in structured JSON in the in-app topic. */
public final class MessageJson {

    /** The CloudEvents source of all that the push job says. */
    public static final String SOURCE = "urn:anlass:push";

    /** The CloudEvents source of what apps say and are shown. */
    public static final String GATEWAY_SOURCE = "urn:anlass:gateway";

    public static final String POSTED = "message.posted";
    public static final String TAKEN_BACK = "message.taken_back";
    public static final String CUSTOMER_ERASED = "message.customer_erased";

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    private MessageJson() {}

    /**
     * A {@code message.posted} event: show it until it expires or is taken back.
     *
     * @param time in milliseconds since 1970
     */
    public static byte[] posted(Parcel parcel, long time) {
        Message message = parcel.message();
        return ObjectWriter.bytes(event -> {
            EffectJson.head(event, id(message, "posted"), SOURCE, POSTED, message.customer(), time);
            event.time("expirytime", message.expiresAt());
            event.object("data", data -> data.text("action_id", message.actionId())
                    .whole("revision", message.revision())
                    .text("action", message.action())
                    .text("channel", message.channel())
                    .text("collapse_key", message.collapseKey())
                    .values("payload", payload(message))
                    .text("text", parcel.text())
                    .text("language", parcel.language())
                    .text("link", parcel.link())
                    .text("feedback_token", parcel.feedbackToken()));
        });
    }

    /**
     * A {@code message.taken_back} event: show it no longer.
     *
     * @param time in milliseconds since 1970
     */
    public static byte[] takenBack(Message message, String reason, long time) {
        return ObjectWriter.bytes(event -> {
            EffectJson.head(event, id(message, "taken_back"), SOURCE, TAKEN_BACK, message.customer(), time);
            event.object("data", data -> data.text("action_id", message.actionId())
                    .whole("revision", message.revision())
                    .text("collapse_key", message.collapseKey())
                    .text("reason", reason));
        });
    }

    /**
     * A {@code message.customer_erased} event: whoever keeps messages removes those of this customer.
     *
     * @param time in milliseconds since 1970
     */
    public static byte[] erased(String customer, long time) {
        return ObjectWriter.bytes(event -> {
            EffectJson.head(event, customer + "/erased/" + time, SOURCE, CUSTOMER_ERASED, customer, time);
            event.object("data", data -> {});
        });
    }

    private static String id(Message message, String what) {
        return message.actionId() + "/" + what + "/" + message.revision();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Message message) {
        try {
            return JSON.readValue(message.payload(), Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the payload of " + message + " is JSON since it was read", e);
        }
    }
}
