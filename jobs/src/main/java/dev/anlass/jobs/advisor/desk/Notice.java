package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.Feedback;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about what was just done.
 *
 * @param key of its text
 * @param isProblem whether it was not done
 * @param status of the answer
 */
public record Notice(String key, boolean isProblem, int status) {

    static final Notice NOT_UNDERSTOOD = problem("problem.not_understood", 422);
    static final Notice NO_REASON = problem("problem.no_reason", 422);
    static final Notice NO_DAY = problem("problem.no_day", 422);
    static final Notice NOT_NEWEST = problem("problem.not_newest", 409);
    static final Notice CLOSED_ALREADY = problem("problem.closed_already", 409);
    static final Notice NOT_KEPT = problem("problem.not_kept", 503);

    private static final int FINE = 200;

    private static Notice problem(String key, int status) {
        return new Notice(key, true, status);
    }

    static Notice kept(Feedback.Kind kind) {
        return new Notice("kept." + kind.word(), false, FINE);
    }

    /** The notice after a redirect; null if the word says nothing. */
    static @Nullable Notice said(@Nullable String word) {
        return word == null ? null : Feedback.Kind.of(word).map(Notice::kept).orElse(null);
    }
}
