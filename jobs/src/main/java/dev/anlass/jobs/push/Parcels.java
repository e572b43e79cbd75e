package dev.anlass.jobs.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Packs what is handed to providers. */
public final class Parcels {

    private static final int ID_BYTES = 16;
    private static final String ACTION = "{action_id}";
    private static final String LINK = "link";
    private static final String NAMED_LINK = '"' + LINK + '"';
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AppTokens tokens;
    private final String link;
    private final long feedbackForMillis;

    /**
     * @param link with {@code {action_id}} for the action; empty if nothing opens
     * @param feedbackForMillis how long after its expiry an action takes feedback
     */
    public Parcels(AppTokens tokens, String link, long feedbackForMillis) {
        this.tokens = tokens;
        this.link = link;
        this.feedbackForMillis = feedbackForMillis;
    }

    /** Tokens are checked by the wall clock, whatever time the data are of. */
    public Parcel of(Handover handed, Message message, @Nullable Device device, Times times) {
        long validMillis = Math.max(1, message.expiresAt() - Math.max(times.now(), message.decidedAt()));
        return new Parcel(
                id(handed),
                message,
                device,
                handed.purpose(),
                validMillis,
                tokens.forFeedback(
                        message.customer(), message.actionId(), times.wall() + validMillis + feedbackForMillis),
                link(message));
    }

    private @Nullable String link(Message message) {
        if (message.payload().contains(NAMED_LINK)) {
            JsonNode own = payload(message).path(LINK);
            if (own.isTextual()) {
                return own.textValue();
            }
        }
        return link.isEmpty() ? null : link.replace(ACTION, message.actionId());
    }

    private static JsonNode payload(Message message) {
        try {
            return JSON.readTree(message.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the payload of " + message + " is JSON since it was read", e);
        }
    }

    private static String id(Handover handed) {
        String what = handed.actionId() + '/' + handed.revision() + '/' + handed.target() + '/' + handed.purpose();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
