package dev.anlass.jobs.push;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An action as the push job needs it.
 *
 * @param bundle the version of the rules that decided it
 * @param decidedAt milliseconds since 1970
 * @param expiresAt milliseconds since 1970; from then on it is not delivered
 * @param payload a JSON object
 * @param texts by language; empty if nothing is shown
 * @param language of the text that the customer gets where none fits better; null if there is no text
 * @param collapseKey what has the same one replaces what was shown before
 * @param permittedAt time of the consent record that permits it, in milliseconds since 1970; null if none is needed
 */
public record Message(
        String customer,
        String actionId,
        long revision,
        String action,
        String trigger,
        String bundle,
        String channel,
        String purpose,
        long decidedAt,
        long expiresAt,
        String payload,
        Map<String, String> texts,
        @Nullable String language,
        String collapseKey,
        @Nullable Long permittedAt) {

    public Message {
        texts = Map.copyOf(texts);
    }

    /** The language in which somebody with this locale reads it; null if there is no text. */
    public @Nullable String languageFor(@Nullable String locale) {
        if (locale != null) {
            String spoken = locale.split("[-_]", 2)[0];
            if (texts.containsKey(spoken)) {
                return spoken;
            }
        }
        return language;
    }

    /** Neither text nor payload: both are about a person. */
    @Override
    public String toString() {
        return "message of " + actionId + " revision " + revision;
    }
}
