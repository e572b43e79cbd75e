package dev.anlass.jobs.push;

import org.jspecify.annotations.Nullable;

/**
 * A message on the last part of its way, to one target.
 *
 * @param target id of a device; or the word of a provider that knows no devices
 * @param attempts how often it was handed over
 * @param dueAt not to be handed over before, in milliseconds since 1970 of the wall clock
 * @param mayHaveArrived whether an attempt ended without an answer
 * @param reason why it failed; null if it did not
 */
public record Delivery(
        String target,
        Provider provider,
        State state,
        int attempts,
        long dueAt,
        boolean mayHaveArrived,
        @Nullable String reason) {

    /** How far it has come. */
    public enum State {
        WAITING,
        /** Handed over, and no answer yet. */
        UNDER_WAY,
        /** It stands where an open app finds it. */
        POSTED,
        DELIVERED,
        FAILED
    }

    static Delivery to(String target, Provider provider, long dueAt) {
        return new Delivery(target, provider, State.WAITING, 0, dueAt, false, null);
    }

    boolean isOver() {
        return state == State.DELIVERED || state == State.FAILED;
    }

    boolean isMoving() {
        return state == State.WAITING || state == State.UNDER_WAY;
    }

    /** Whether it waits not for its time but for the answer to an earlier revision. */
    boolean waitsForAnAnswer() {
        return state == State.WAITING && dueAt == Due.NEVER;
    }

    /** Whether somebody may see it. */
    boolean isThere() {
        return state == State.DELIVERED || state == State.POSTED || mayHaveArrived;
    }

    Delivery handedOver() {
        return new Delivery(target, provider, State.UNDER_WAY, attempts + 1, dueAt, mayHaveArrived, null);
    }

    Delivery delivered() {
        return new Delivery(target, provider, State.DELIVERED, attempts, dueAt, false, null);
    }

    Delivery posted() {
        return new Delivery(target, provider, State.POSTED, attempts, dueAt, false, null);
    }

    Delivery failed(String why) {
        return new Delivery(target, provider, State.FAILED, attempts, dueAt, mayHaveArrived, why);
    }

    Delivery waiting(long until, boolean unclear) {
        return new Delivery(target, provider, State.WAITING, attempts, until, mayHaveArrived || unclear, null);
    }
}
