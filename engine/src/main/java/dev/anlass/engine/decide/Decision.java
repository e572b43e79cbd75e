package dev.anlass.engine.decide;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
 * @param probability the chance with which it won arbitration; null if it did not win
 * @param action the name of the action; null if the rules of its instant are no longer known
 * @param segments the customer's types by segment, of the segments that its trigger may read
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
        Score score,
        @Nullable Double probability,
        @Nullable String action,
        Map<String, String> segments) {

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
        segments = Collections.unmodifiableMap(new TreeMap<>(segments));
    }
}
