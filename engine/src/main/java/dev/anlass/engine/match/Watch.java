package dev.anlass.engine.match;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A match whose trigger has {@code until} clauses: while it is unexpired, a fitting event overtakes it.
 *
 * @param purpose the purpose of the match
 * @param categories the data categories that the match used
 * @param expiresAt the last millisecond at which it can be overtaken
 */
public record Watch(
        String trigger,
        String matchId,
        String purpose,
        Set<String> categories,
        List<Bound> bound,
        int alternatives,
        long expiresAt) {

    /** How many matches are watched per customer; the oldest give way. */
    public static final int MAX_WATCHES = 64;

    public Watch {
        bound = List.copyOf(bound);
        categories = Collections.unmodifiableSet(new TreeSet<>(categories));
    }
}
