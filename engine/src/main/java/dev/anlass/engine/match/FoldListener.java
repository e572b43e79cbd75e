package dev.anlass.engine.match;

import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.event.OrderKey;
import java.util.List;

/** Is told what a fold comes upon, in the order of time. */
public interface FoldListener {

    /** What a fold counts per trigger. */
    enum Counter {
        NOT_PERMITTED,
        UNKNOWN_CONDITION,
        KEY_GAVE_WAY,
        STAY_GAVE_WAY,
        CHAIN_GAVE_WAY,
        WATCH_GAVE_WAY,
        CONSENT_GAVE_WAY
    }

    /** A moment is complete. */
    void found(Match match);

    /** An event that an {@code until} clause names came after a match, before the match's action expired. */
    void overtaken(String matchId);

    /** @param triggers whom it is about, the same for each; empty if the count is about none */
    void counted(Counter counter, List<String> triggers);

    default void counted(Counter counter, String trigger) {
        counted(counter, List.of(trigger));
    }

    /**
     * A consent record expired.
     *
     * @param consents the records in force then
     */
    void consentExpired(long instant, Consents consents);

    /** A dwell, a wait or a schedule of the customer came due. */
    void cameDue(long instant);

    /** All that lies at one place has been told. */
    void placeDone(OrderKey place);

    /** Whether somebody asks why; if nobody does, nothing is collected for {@link #happened}. */
    default boolean isAttentive() {
        return false;
    }

    /**
     * Something happened on the way; told only to those who are attentive.
     *
     * @param place where it lies among the inputs of the customer
     */
    default void happened(OrderKey place, Happening happening) {}
}
