package dev.anlass.engine.decide;

import dev.anlass.engine.customer.Zones;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Scope;
import dev.anlass.engine.match.Match;
import dev.anlass.engine.match.Timetable;
import dev.anlass.engine.rule.ActionTemplate;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.ScoreCell;
import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rule.ScoreTables;
import dev.anlass.engine.rule.Trigger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A match that wants to become an action.
 *
 * @param bundle the one that decides
 * @param trigger its trigger in that bundle
 * @param action the action as it was meant when the match was complete
 * @param cell of the score table, from which the propensity is; null if there is none
 * @param when when it is decided
 * @param isCollected whether it has waited for rivals already
 * @param isOverdue whether it expires before what it waited for
 */
record Candidate(
        Match match,
        Bundle bundle,
        Trigger trigger,
        ActionTemplate action,
        Map<String, Object> payload,
        Score score,
        @Nullable ScoreCell cell,
        Moment when,
        long expiresAt,
        boolean isCollected,
        boolean isOverdue) {

    /** Highest score first, then the name of the trigger, then the older match; of one place, the one found first. */
    static final Comparator<Candidate> ORDER = Comparator.<Candidate>comparingDouble(
                    candidate -> -candidate.score().total())
            .thenComparing(candidate -> candidate.trigger().name())
            .thenComparing(candidate -> candidate.match().instant())
            .thenComparing(candidate -> candidate.match().place());

    static Candidate of(
            Match match, Bundle bundle, Trigger trigger, ActionTemplate action, Moment when, ScoreTables scores) {
        DecisionScope scope = new DecisionScope(bundle, match, null);
        Map<String, Object> payload = ActionText.payload(action, scope);
        double value = number(action.value(), scope);
        Map<String, Object> seen = ActionText.seenByPolicies(trigger, action, payload, value);
        double weight = 1;
        for (Policy policy : bundle.policies().values()) {
            if (policy.weight() != null && policy.applies().fits(trigger)) {
                weight *= number(policy.weight(), new DecisionScope(bundle, match, seen));
            }
        }
        long expiresAt = match.instant() + action.expiresMillis();
        @Nullable ScoreCell cell = cell(scores.at(when.time()), match, bundle, trigger, action);
        Score score = new Score(cell == null ? 1 : cell.propensity(), value, weight);
        return new Candidate(match, bundle, trigger, action, payload, score, cell, when, expiresAt, false, false);
    }

    /** The type counts only for triggers that may read the segment. */
    private static @Nullable ScoreCell cell(
            @Nullable ScoreTable table, Match match, Bundle bundle, Trigger trigger, ActionTemplate action) {
        if (table == null) {
            return null;
        }
        Map<String, String> types = ReadableSegments.of(match, bundle, trigger);
        return table.cell(action.name(), table.segment() == null ? null : types.get(table.segment()));
    }

    /** The action as the bundle of the match's instant means it. */
    static ActionTemplate meant(Timetable timetable, Match match, Trigger trigger) {
        Trigger then = timetable.at(match.instant()).bundle().triggers().get(match.trigger());
        return then == null ? trigger.action() : then.action();
    }

    /** A held candidate that is looked at again keeps its expiry, and does not wait for rivals twice. */
    Candidate released(Verdict held) {
        boolean overdue = held.releaseAt() > held.expiresAt();
        return new Candidate(
                match,
                bundle,
                trigger,
                action,
                payload,
                score,
                cell,
                when,
                held.expiresAt(),
                held.collected(),
                overdue);
    }

    /** A candidate that comes when a collection window closes competes at once. */
    Candidate collected() {
        return new Candidate(match, bundle, trigger, action, payload, score, cell, when, expiresAt, true, isOverdue);
    }

    /** The moment decided, in milliseconds since 1970. */
    long moment() {
        return when.time();
    }

    boolean isLate() {
        return when.isLate();
    }

    /** The customer's zone at the moment decided, in which days and hours are counted. */
    ZoneId zone() {
        return Zones.of(when.attributes(), bundle.constants());
    }

    /** The scope of the trigger's own conditions. */
    DecisionScope scope() {
        return new DecisionScope(bundle, match, null);
    }

    /** The scope of policies, which see the action too. */
    DecisionScope policyScope() {
        return new DecisionScope(bundle, match, ActionText.seenByPolicies(trigger, action, payload, score.value()));
    }

    List<Evidence> evidence() {
        return evidence(match);
    }

    static List<Evidence> evidence(Match match) {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < match.bound().size(); i++) {
            var key = match.bound().get(i).key();
            evidence.add(new Evidence(match.steps().get(i), key.source(), key.id(), key.time()));
        }
        return evidence;
    }

    /** An unknown value is worth the default, 1. */
    private static double number(@Nullable Expression expression, Scope scope) {
        Object value = expression == null ? null : expression.evaluate(scope);
        return value instanceof Number number && Double.isFinite(number.doubleValue()) ? number.doubleValue() : 1;
    }
}
