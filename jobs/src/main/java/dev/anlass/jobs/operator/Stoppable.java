package dev.anlass.jobs.operator;

import java.util.Locale;
import java.util.Optional;

/**
 * What can be stopped.
 *
 * @param name of the channel or the trigger; empty for everything
 */
public record Stoppable(Kind kind, String name) {

    public static final Stoppable EVERYTHING = new Stoppable(Kind.ALL, "");

    private static final String KEY = "stop/";

    /** How much is stopped at once. */
    public enum Kind {
        ALL,
        CHANNEL,
        TRIGGER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Under which its stop stands in the rules topic. */
    public String key() {
        return kind == Kind.ALL ? KEY + kind.word() : KEY + kind.word() + "/" + name;
    }

    /** What stands under a key of the rules topic; nothing if no stop does. */
    public static Optional<Stoppable> ofKey(String key) {
        if (key.equals(EVERYTHING.key())) {
            return Optional.of(EVERYTHING);
        }
        for (Kind kind : new Kind[] {Kind.CHANNEL, Kind.TRIGGER}) {
            String start = KEY + kind.word() + "/";
            if (key.startsWith(start)) {
                return Optional.of(new Stoppable(kind, key.substring(start.length())));
            }
        }
        return Optional.empty();
    }

    /** As a person says it: {@code everything}, {@code channel push}, {@code trigger big-order}. */
    public String inWords() {
        return kind == Kind.ALL ? "everything" : kind.word() + " " + name;
    }
}
