package dev.anlass.jobs.push.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Message;
import dev.anlass.jobs.push.Parcel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What an app gets of a parcel, whoever carries it. */
final class Content {

    static final int MOST_BYTES = 4_096;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Content() {}

    /** The fields that the app reads; where something is taken back, only those that say what. */
    static ObjectNode of(Parcel parcel) {
        Message message = parcel.message();
        ObjectNode fields = JSON.createObjectNode()
                .put("type", type(parcel))
                .put("action_id", message.actionId())
                .put("revision", message.revision())
                .put("collapse_key", message.collapseKey());
        if (isTakenBack(parcel)) {
            return fields;
        }
        fields.put("action", message.action());
        if (parcel.link() != null) {
            fields.put("link", parcel.link());
        }
        return fields.put("feedback_token", parcel.feedbackToken()).set("payload", payload(parcel));
    }

    static String type(Parcel parcel) {
        return isTakenBack(parcel) ? "action.revoked" : "action.requested";
    }

    static boolean isTakenBack(Parcel parcel) {
        return parcel.purpose() == Parcel.Purpose.TAKE_BACK;
    }

    /** What is shown; null if nothing is. */
    static @Nullable String text(Parcel parcel) {
        return isTakenBack(parcel) ? null : parcel.text();
    }

    /** What stands above the text, as the payload says; null if it does not. */
    static @Nullable String title(Parcel parcel) {
        return payload(parcel).path("title").textValue();
    }

    static JsonNode payload(Parcel parcel) {
        try {
            return JSON.readTree(parcel.message().payload());
        } catch (JsonProcessingException noJson) {
            throw NotSent.refused("bad_payload");
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static byte[] bytes(JsonNode content) {
        return content.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The content as bytes; not sent at all if there are more than that. */
    static byte[] bytes(JsonNode content, int mostBytes) {
        byte[] bytes = bytes(content);
        if (bytes.length > mostBytes) {
            throw NotSent.refused("too_large");
        }
        return bytes;
    }

    static Device device(Parcel parcel) {
        Device device = parcel.device();
        if (device == null) {
            throw NotSent.refused("no_device");
        }
        return device;
    }

    /** Short for a longer text, always the same one; base64url. */
    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }
}
