package dev.anlass.jobs.push.gateway;

import java.util.Locale;
import java.util.Optional;

/** What became of an action, as an app says it. */
public enum Outcome {
    OPENED,
    DISMISSED,
    ACCEPTED,
    CONVERTED;

    /** As it stands in requests, events and metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of a word; empty if there is none. */
    public static Optional<Outcome> of(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word().equals(word)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
