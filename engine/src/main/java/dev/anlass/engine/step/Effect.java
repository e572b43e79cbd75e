package dev.anlass.engine.step;

import dev.anlass.engine.decide.Action;
import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Revocation;
import dev.anlass.engine.event.Rejection;
import java.util.List;

/** What is to happen because of a step. */
public sealed interface Effect {

    /** An action goes out. */
    record Request(Action action) implements Effect {}

    /** An action is taken back. */
    record Revoke(Revocation revocation) implements Effect {}

    /** A decision is recorded. */
    record Record(Decision decision) implements Effect {}

    /** Everything about a customer has been erased; only a tombstone stays. */
    record Erased(String customer, long time, List<String> objections) implements Effect {}

    /** The arrived event was rejected. */
    record Reject(Rejection rejection) implements Effect {}

    /**
     * Something is counted.
     *
     * @param triggers the triggers it is about, the same number of times each; empty if about none
     */
    record Count(Counter counter, List<String> triggers, int times) implements Effect {}

    /** What is counted without leaving a record. */
    enum Counter {
        DUPLICATE,
        CLOCK_AHEAD,
        UNREAD,
        NOT_PERMITTED,
        UNKNOWN_CONDITION,
        KEY_GAVE_WAY,
        STAY_GAVE_WAY,
        CHAIN_GAVE_WAY,
        WATCH_GAVE_WAY,
        CONSENT_GAVE_WAY,
        EVENT_GAVE_WAY,
        CONTACT_GAVE_WAY,
        PENDING_GAVE_WAY,
        UNDECIDED_VANISHED
    }
}
