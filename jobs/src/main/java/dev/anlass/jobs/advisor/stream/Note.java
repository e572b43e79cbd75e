package dev.anlass.jobs.advisor.stream;

import dev.anlass.jobs.advisor.Change;
import dev.anlass.jobs.advisor.Proposal;

/** Something that is to be written into an advisor's book. */
public sealed interface Note {

    String customer();

    /** An action asks for a call. */
    record Proposed(Proposal proposal) implements Note {
        @Override
        public String customer() {
            return proposal.customer();
        }
    }

    /**
     * Something happened to an action.
     *
     * @param advisor in whose book it stands; empty as long as that is not known
     */
    record Changed(String customer, String advisor, String actionId, Change change) implements Note {

        Changed to(String other) {
            return new Changed(customer, other, actionId, change);
        }
    }

    /**
     * Everything about the customer is to be forgotten.
     *
     * @param time in milliseconds since 1970
     */
    record Erased(String customer, long time) implements Note {}

    /** In whose book it is to be written; empty if that is not known. */
    default String advisor() {
        if (this instanceof Proposed proposed) {
            return proposed.proposal().advisor();
        }
        return this instanceof Changed changed ? changed.advisor() : "";
    }
}
