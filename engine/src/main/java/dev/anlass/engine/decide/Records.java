package dev.anlass.engine.decide;

import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.customer.StableHash;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.match.Match;
import dev.anlass.engine.match.Timetable;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Channel;
import dev.anlass.engine.rule.Channel.Languages;
import dev.anlass.engine.rule.Trigger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes what goes out of candidates and verdicts. */
final class Records {

    private static final int COLLAPSE_KEY_LENGTH = 16;

    private final String customer;
    private final Timetable timetable;

    Records(String customer, Timetable timetable) {
        this.customer = customer;
        this.timetable = timetable;
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
                texts(candidate),
                candidate.score(),
                candidate.evidence(),
                consent(permission),
                StableHash.id(customer, trigger.name()).substring(0, COLLAPSE_KEY_LENGTH),
                candidate.match().alternatives());
    }

    private static Map<String, String> texts(Candidate candidate) {
        Channel channel = candidate.bundle().channels().get(candidate.trigger().channel());
        boolean wantsAll = channel != null && channel.languages() == Languages.ALL;
        return wantsAll ? ActionText.texts(candidate.action(), candidate.scope()) : Map.of();
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
                candidate.score(),
                why.probability(),
                candidate.action().name(),
                ReadableSegments.of(candidate.match(), candidate.bundle(), candidate.trigger()));
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
                verdict.score(),
                null,
                actionName(verdict.match()),
                segments(verdict));
    }

    private @Nullable String actionName(Match match) {
        var trigger = timetable.at(match.instant()).bundle().triggers().get(match.trigger());
        return trigger == null ? null : trigger.action().name();
    }

    private Map<String, String> segments(Verdict verdict) {
        return timetable
                .numbered(verdict.bundle())
                .map(program -> segments(verdict, program.bundle()))
                .orElse(Map.of());
    }

    private static Map<String, String> segments(Verdict verdict, Bundle bundle) {
        @Nullable Trigger trigger = bundle.triggers().get(verdict.match().trigger());
        return trigger == null ? Map.of() : ReadableSegments.of(verdict.match(), bundle, trigger);
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

    /**
     * What a decision record says beside its outcome.
     *
     * @param probability the chance with which it won arbitration; null if it did not win
     */
    record Why(
            @Nullable String reason,
            @Nullable String would,
            @Nullable String outrankedBy,
            @Nullable Permission permission,
            @Nullable Double probability) {

        Why(
                @Nullable String reason,
                @Nullable String would,
                @Nullable String outrankedBy,
                @Nullable Permission permission) {
            this(reason, would, outrankedBy, permission, null);
        }

        static Why of(@Nullable String reason, @Nullable Permission permission) {
            return new Why(reason, null, null, permission);
        }

        static Why won(@Nullable String reason, @Nullable Permission permission, double probability) {
            return new Why(reason, null, null, permission, probability);
        }
    }
}
