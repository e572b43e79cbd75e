package dev.anlass.engine.decide;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a match, and why. No payload, no text.
 *
 * @param revision 1 for the first record of a match, rising with each correction
 * @param reason null for an outcome that needs none
 * @param would what a shadow trigger would have come to; null for all others
 * @param outrankedBy the match that won, if this one lost
 * @param time the match's instant
 * @param decidedAt the moment decided
 */
public record Decision(
        String matchId,
        int revision,
        String customer,
        String trigger,
        String bundle,
        String channel,
        String purpose,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String would,
        @Nullable String outrankedBy,
        long time,
        long decidedAt,
        List<Evidence> evidence,
        @Nullable ConsentReference consent,
        Score score) {

    /** What became of a match. */
    public enum Outcome {
        EMITTED,
        REFUSED,
        REVOKED,
        VANISHED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Decision {
        evidence = List.copyOf(evidence);
    }
}
