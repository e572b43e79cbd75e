package dev.anlass.engine.decide;

import dev.anlass.engine.match.Circumstances;
import dev.anlass.engine.match.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a match, kept while it can still be corrected.
 *
 * @param match with the events it was decided on
 * @param revision of the newest record about it; 0 while there is none
 * @param decidedAt the moment decided
 * @param releaseAt what a held candidate waits for, in milliseconds since 1970; {@code Long.MAX_VALUE} if for nothing
 * @param collected whether it is held to wait for rivals
 * @param expiresAt the last millisecond at which its action is valid
 */
public record Verdict(
        Match match,
        Standing standing,
        int revision,
        long decidedAt,
        long releaseAt,
        boolean collected,
        long expiresAt,
        String bundle,
        String channel,
        String purpose,
        Score score,
        @Nullable ConsentReference consent) {

    /** Where a match stands now. */
    public enum Standing {
        HELD,
        EMITTED,
        REFUSED,
        REVOKED,
        VANISHED
    }

    public String id() {
        return match.id();
    }

    /** When a held candidate is looked at again: at its release, or when it expires if that is earlier. */
    public long wakeAt() {
        return standing == Standing.HELD ? Math.min(releaseAt, expiresAt) : Long.MAX_VALUE;
    }

    /** Whether an action is out, or may still go out, at a time. */
    public boolean isOpen(long time) {
        return standing == Standing.HELD || (standing == Standing.EMITTED && time <= expiresAt);
    }

    Verdict next(Standing changed, long moment) {
        return new Verdict(
                match,
                changed,
                revision + 1,
                moment,
                Long.MAX_VALUE,
                false,
                expiresAt,
                bundle,
                channel,
                purpose,
                score,
                consent);
    }

    /** Vanished before anything was recorded about it. */
    Verdict gone() {
        return new Verdict(
                match,
                Standing.VANISHED,
                revision,
                decidedAt,
                Long.MAX_VALUE,
                false,
                expiresAt,
                bundle,
                channel,
                purpose,
                score,
                consent);
    }

    Verdict under(Circumstances corrected) {
        return on(match.under(corrected));
    }

    Verdict on(Match corrected) {
        return new Verdict(
                corrected, standing, revision, decidedAt, releaseAt, collected, expiresAt, bundle, channel, purpose,
                score, consent);
    }

    List<Evidence> evidence() {
        return Candidate.evidence(match);
    }
}
