package dev.anlass.jobs.push;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a provider said to a parcel. Reasons are words of the provider's or ours, never tokens, addresses or texts. */
public sealed interface Answer {

    /**
     * It has it and carries it on.
     *
     * @param messageId the provider's own; null if it gives none
     */
    record Accepted(@Nullable String messageId) implements Answer {}

    /** It will never take this parcel. */
    record Refused(String reason) implements Answer {}

    /** The device does not exist any more. */
    record Gone(String reason) implements Answer {}

    /**
     * Not now: too many, or it is not well. Nothing was delivered.
     *
     * @param afterMillis how long to wait as it asked; 0 if it did not say
     */
    record Busy(String reason, long afterMillis) implements Answer {}

    /** Nobody knows: there was no answer in time, or the connection broke. It may have been delivered. */
    record Unclear(String reason) implements Answer {}

    /** For metrics. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
