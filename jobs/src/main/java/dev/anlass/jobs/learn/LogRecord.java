package dev.anlass.jobs.learn;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of the decision log or of the events, as far as learning and the report read it. */
public sealed interface LogRecord {

    /**
     * A decision record.
     *
     * @param id of the match, and of its action if one went out
     * @param action the action's name; null in logs that do not say it
     * @param segments the customer's types by segment
     * @param decidedAt in milliseconds since 1970
     */
    record Decided(
            String id,
            int revision,
            String customer,
            String trigger,
            String outcome,
            @Nullable String reason,
            @Nullable String action,
            Map<String, String> segments,
            long decidedAt)
            implements LogRecord {

        /** What a winner's record says that was kept back for a control group. */
        private static final String HELD_OUT = "holdout:";

        public Decided {
            segments = Map.copyOf(segments);
        }

        public boolean isEmitted() {
            return outcome.equals("emitted");
        }

        public boolean isTakenBack() {
            return outcome.equals("revoked") || outcome.equals("vanished");
        }

        public boolean isHeldOut() {
            return reason != null && reason.startsWith(HELD_OUT);
        }
    }

    /**
     * An event, feedback or other.
     *
     * @param actionId what the feedback is about; null if it is about no action
     * @param time in milliseconds since 1970
     */
    record Happened(
            String type,
            @Nullable String customer,
            @Nullable String actionId,
            long time) implements LogRecord {}

    /** Something else that is right: an erasure certificate. */
    record Other() implements LogRecord {}

    /** What cannot be read. */
    record Unreadable() implements LogRecord {}
}
