package dev.anlass.jobs.push;

import org.jspecify.annotations.Nullable;

/**
 * What is handed to a provider: one message for one device.
 *
 * @param id the same each time it is handed over, 32 hexadecimal characters
 * @param device null if it goes to no device but to a system or into the app
 * @param purpose what it does there
 * @param validMillis how much longer it may be shown; above 0
 * @param feedbackToken with which the app says what became of it
 * @param link what a tap opens; null if nothing
 */
public record Parcel(
        String id,
        Message message,
        @Nullable Device device,
        Purpose purpose,
        long validMillis,
        String feedbackToken,
        @Nullable String link) {

    /** What a parcel does where it arrives. */
    public enum Purpose {
        SHOW,
        /** It removes what was shown under the same collapse key, or replaces what has not arrived yet. */
        TAKE_BACK
    }

    /** The language of its text; null if there is no text. */
    public @Nullable String language() {
        return message.languageFor(device == null ? null : device.locale());
    }

    /** Its text in the language of the device; null if nothing is shown. */
    public @Nullable String text() {
        String language = language();
        return language == null ? null : message.texts().get(language);
    }

    /** The whole seconds for which it is still valid; 0 means at once or never, as the push services have it. */
    public long validSeconds() {
        return validMillis / 1_000;
    }

    @Override
    public String toString() {
        return purpose + " " + message;
    }
}
