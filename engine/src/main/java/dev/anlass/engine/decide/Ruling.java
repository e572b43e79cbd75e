package dev.anlass.engine.decide;

import dev.anlass.engine.customer.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What the gates say of a candidate.
 *
 * @param refusal the reason of the first gate that refuses; null if none does
 * @param holdUntil when to look again, in milliseconds since 1970; {@code Long.MIN_VALUE} if it is not held
 * @param permission what gate 2 found; null if the candidate did not come so far
 */
record Ruling(
        @Nullable String refusal, long holdUntil, @Nullable Permission permission) {

    static Ruling refused(String reason) {
        return new Ruling(reason, Long.MIN_VALUE, null);
    }

    static Ruling held(long until) {
        return new Ruling(null, until, null);
    }

    Ruling withPermission(@Nullable Permission found) {
        return new Ruling(refusal, holdUntil, found);
    }

    boolean isPassed() {
        return refusal == null && !isHeld();
    }

    boolean isHeld() {
        return holdUntil != Long.MIN_VALUE;
    }
}
