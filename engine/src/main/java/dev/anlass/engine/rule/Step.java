package dev.anlass.engine.rule;

import dev.anlass.engine.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * One step of a trigger: the event that takes a chain further.
 *
 * @param where null if every event of the type fits
 * @param withinMillis longest time after the previous step, inclusive; {@link Trigger#UNBOUNDED} if not said
 * @param key what {@code keep: each} distinguishes; null unless keep is EACH
 * @param atMost how many keys may be open
 * @param count how many events fulfil the step, 1 if not said
 * @param overMillis the sliding window of the count, inclusive; {@link Trigger#UNBOUNDED} if count is 1
 */
public record Step(
        String name,
        String event,
        @Nullable Expression where,
        long withinMillis,
        Keep keep,
        @Nullable Expression key,
        int atMost,
        int count,
        long overMillis) {

    /** Which of several fitting events a chain is bound to. */
    public enum Keep {
        LAST,
        FIRST,
        EACH
    }

    /** How many keys are open per trigger if the author says nothing. */
    public static final int DEFAULT_AT_MOST = 20;

    public boolean isCounted() {
        return count > 1;
    }
}
