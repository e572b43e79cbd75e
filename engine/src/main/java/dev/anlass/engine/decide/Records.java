package dev.anlass.engine.decide;

import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.customer.StableHash;
import dev.anlass.engine.decide.Decision.Outcome;
import org.jspecify.annotations.Nullable;

/** Makes what goes out of candidates and verdicts. */
final class Records {

    private static final int COLLAPSE_KEY_LENGTH = 16;

    private final String customer;

    Records(String customer) {
        this.customer = customer;
    }

    Action action(Candidate candidate, int revision, @Nullable Permission permission) {
        DecisionScope scope = candidate.scope();
        var trigger = candidate.trigger();
        return new Action(
                candidate.match().id(),
                revision,
                customer,
                trigger.name(),
                candidate.bundle().number(),
                trigger.channel(),
                trigger.purpose(),
                candidate.action().name(),
                candidate.match().instant(),
                candidate.moment(),
                candidate.expiresAt(),
                candidate.payload(),
                ActionText.text(candidate.action(), scope),
                ActionText.language(candidate.action(), scope),
                candidate.score(),
                candidate.evidence(),
                consent(permission),
                StableHash.id(customer, trigger.name()).substring(0, COLLAPSE_KEY_LENGTH),
                candidate.match().alternatives());
    }

    /** The first record of a match, or that of a candidate that was held. */
    Decision decision(Candidate candidate, int revision, Outcome outcome, Why why) {
        return new Decision(
                candidate.match().id(),
                revision,
                customer,
                candidate.trigger().name(),
                candidate.bundle().number(),
                candidate.trigger().channel(),
                candidate.trigger().purpose(),
                outcome,
                why.reason(),
                why.would(),
                why.outrankedBy(),
                candidate.match().instant(),
                candidate.moment(),
                candidate.evidence(),
                consent(why.permission()),
                candidate.score());
    }

    /** A record that corrects an earlier one, or closes a candidate whose trigger is gone. */
    Decision correction(Verdict verdict, Outcome outcome, @Nullable String reason, @Nullable Permission permission) {
        return new Decision(
                verdict.id(),
                verdict.revision(),
                customer,
                verdict.match().trigger(),
                verdict.bundle(),
                verdict.channel(),
                verdict.purpose(),
                outcome,
                reason,
                null,
                null,
                verdict.match().instant(),
                verdict.decidedAt(),
                verdict.evidence(),
                permission == null ? verdict.consent() : consent(permission),
                verdict.score());
    }

    Revocation revocation(Verdict verdict, String reason) {
        return new Revocation(
                verdict.id(),
                verdict.revision(),
                customer,
                verdict.match().trigger(),
                verdict.channel(),
                reason,
                verdict.match().instant(),
                verdict.decidedAt());
    }

    static @Nullable ConsentReference consent(@Nullable Permission permission) {
        return permission == null ? null : ConsentReference.of(permission.record());
    }

    /** What a decision record says beside its outcome. */
    record Why(
            @Nullable String reason,
            @Nullable String would,
            @Nullable String outrankedBy,
            @Nullable Permission permission) {

        static Why of(@Nullable String reason, @Nullable Permission permission) {
            return new Why(reason, null, null, permission);
        }
    }
}
