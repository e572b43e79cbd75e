package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Policy.Then;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rule.Trigger;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each gate says of a contender at a time, by itself; in which order they are asked, the judge knows. */
record Gates(Settings settings, String customer, Contacts contacts) {

    /** Gate 1. */
    @Nullable
    String trigger(Contender contender, boolean isOverdue, long time) {
        Trigger trigger = contender.trigger();
        if (trigger.state() == Trigger.State.PAUSED) {
            return "paused";
        }
        if (time < trigger.activeFrom() || time >= trigger.activeUntil()) {
            return "inactive";
        }
        if (!Identity.isWithin(trigger.rollout(), customer, trigger.name())) {
            return "rollout";
        }
        if (isOverdue || time > contender.expiresAt()) {
            return "expired";
        }
        String missing = contender.missing();
        if (missing != null) {
            return "incomplete:" + missing;
        }
        return trigger.state() == Trigger.State.SHADOW ? "shadow" : null;
    }

    /** Gate 2; the last of the records that denies says why. */
    static @Nullable String permission(Trigger trigger, List<Consent> consents, long time) {
        String denial = null;
        for (Consent consent : consents) {
            String own = consent.denial(trigger.purpose(), trigger.categories(), trigger.channel(), time);
            denial = own != null ? own : denial;
        }
        return denial;
    }

    /** Gates 3 and 4. */
    static @Nullable String rules(Contender contender) {
        if (!contender.view().isTrue(contender.trigger().given())) {
            return "not_eligible";
        }
        for (Policy policy : contender.policies()) {
            if (policy.forbid() != null && !Boolean.FALSE.equals(policy.forbid().evaluate(contender.policyView()))) {
                return "forbidden:" + policy.name();
            }
        }
        return null;
    }

    /** Gate 5, as far as it refuses. */
    @Nullable
    String pressure(Contender contender, ZoneId zone, long time) {
        if (contacts.isCoolingDown(contender.trigger(), time)) {
            return "cooldown";
        }
        for (Policy policy : full(contender, zone, time)) {
            if (policy.cap().then() == Then.DROP) {
                return "cap:" + policy.name();
            }
        }
        return null;
    }

    /** Gate 5, as far as it holds: when there is room, or the time itself. */
    long room(Contender contender, ZoneId zone, long time) {
        return full(contender, zone, time).stream()
                .mapToLong(policy -> contacts.room(policy, contender, zone, time))
                .max()
                .orElse(time);
    }

    private List<Policy> full(Contender contender, ZoneId zone, long time) {
        return contender.policies().stream()
                .filter(policy -> policy.cap() != null
                        && !contender.isContract()
                        && contacts.isFull(policy, contender, zone, time))
                .toList();
    }

    /** Gate 6, as far as it refuses. */
    static @Nullable String quiet(Contender contender, ZoneId zone, long time) {
        return contender.policies().stream()
                .filter(policy -> policy.quiet() != null
                        && policy.quiet().then() == Then.DROP
                        && Hours.isQuiet(policy.quiet(), zone, time))
                .map(policy -> "quiet:" + policy.name())
                .findFirst()
                .orElse(null);
    }

    /** Gate 6, as far as it holds: the end of the quiet hours, or the time itself. */
    long quietEnd(Contender contender, ZoneId zone, long time) {
        return contender.policies().stream()
                .filter(policy -> policy.quiet() != null && Hours.isQuiet(policy.quiet(), zone, time))
                .mapToLong(policy -> Hours.end(policy.quiet(), zone, time) + spread(policy.quiet()))
                .max()
                .orElse(time);
    }

    private long spread(Policy.Quiet quiet) {
        return settings.spread() ? Identity.spread(customer, quiet.spreadMillis()) : 0;
    }

    /** Gate 8. */
    @Nullable
    String holdout(Contender contender) {
        return contender.policies().stream()
                .filter(policy -> policy.holdout() != null
                        && !contender.isContract()
                        && Identity.isWithin(
                                policy.holdout().percent(),
                                customer,
                                policy.holdout().salt()))
                .map(policy -> "holdout:" + policy.name())
                .findFirst()
                .orElse(null);
    }
}
