package dev.anlass.engine.match;

import java.util.List;

/**
 * A match whose trigger has {@code until} clauses: while it is unexpired, a fitting event overtakes it.
 *
 * @param expiresAt the last millisecond at which it can be overtaken
 */
public record Watch(String trigger, String matchId, List<Bound> bound, int alternatives, long expiresAt) {

    /** How many matches are watched per customer; the oldest give way. */
    public static final int MAX_WATCHES = 64;

    public Watch {
        bound = List.copyOf(bound);
    }
}
