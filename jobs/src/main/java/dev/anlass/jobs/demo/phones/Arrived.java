package dev.anlass.jobs.demo.phones;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anlass.jobs.push.Provider;
import org.jspecify.annotations.Nullable;

/**
 * A message that a provider accepted.
 *
 * @param token of the device; the customer for a webhook
 * @param kind action.requested or action.revoked
 * @param text what is shown; null if nothing is
 * @param validSeconds how much longer the provider may show it
 * @param answered whether the sender was told
 * @param at milliseconds since 1970
 */
public record Arrived(
        Provider provider,
        String token,
        String actionId,
        long revision,
        String kind,
        String collapseKey,
        @Nullable String text,
        long validSeconds,
        boolean answered,
        long at) {

    /** From the fields that an app reads. */
    static Arrived of(
            Provider provider,
            String token,
            JsonNode fields,
            @Nullable String text,
            long validSeconds,
            boolean answered,
            long at) {
        return new Arrived(
                provider,
                token,
                fields.path("action_id").asText(),
                fields.path("revision").asLong(),
                fields.path("type").asText(),
                fields.path("collapse_key").asText(),
                text,
                validSeconds,
                answered,
                at);
    }
}
