package dev.anlass.engine.decide;

import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.customer.StableHash;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Scope;
import dev.anlass.engine.expression.Truth;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Purpose;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rule.Trigger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The gates that a candidate passes one by one; the first that refuses gives the reason. */
final class Gates {

    static final String STOPPED = "stopped";
    static final Ruling PASSED = new Ruling(null, Long.MIN_VALUE, null);

    private final String customer;
    private final Settings settings;
    private final Consents newest;
    private final ContactHistory contacts;
    private final Braking brakes;
    private final GateListener listener;

    /** @param newest all consent records that have arrived */
    Gates(
            String customer,
            Settings settings,
            Consents newest,
            ContactHistory contacts,
            Braking brakes,
            GateListener listener) {
        this.customer = customer;
        this.settings = settings;
        this.newest = newest;
        this.contacts = contacts;
        this.brakes = brakes;
        this.listener = listener;
    }

    /** The same, of which nobody is told. */
    Gates unheard() {
        return new Gates(customer, settings, newest, contacts, brakes, GateListener.NOBODY);
    }

    /** Gates 1 to 6. */
    Ruling rule(Candidate candidate) {
        String reason = trigger(candidate);
        if (listener.isAttentive()) {
            readings(candidate).trigger(customer, reason);
        }
        if (reason != null) {
            return Ruling.refused(reason);
        }
        return ruleAfterTrigger(candidate);
    }

    /** Gates 2 to 6. */
    Ruling ruleAfterTrigger(Candidate candidate) {
        Permission permission = permission(candidate);
        if (!permission.isGranted()) {
            return Ruling.refused(Objects.requireNonNull(permission.denial())).withPermission(permission);
        }
        String reason = facts(candidate);
        if (reason != null) {
            return Ruling.refused(reason).withPermission(permission);
        }
        Ruling pressure = Pressure.rule(candidate, contacts, listener);
        Ruling found = pressure.equals(PASSED) ? Rest.rule(candidate, customer, settings, listener) : pressure;
        return found.withPermission(permission);
    }

    /** Gate 1 without shadow, which alone is looked at after all others. */
    private @Nullable String trigger(Candidate candidate) {
        Trigger trigger = candidate.trigger();
        if (brakes.stops(trigger.channel(), trigger.name())) {
            return STOPPED;
        }
        if (trigger.state() == Trigger.State.PAUSED) {
            return "paused";
        }
        long instant = candidate.isLate() ? candidate.match().instant() : candidate.moment();
        if (instant < trigger.activeFrom() || instant >= trigger.activeUntil()) {
            return "inactive";
        }
        if (!StableHash.isWithin(trigger.rollout(), customer, trigger.name())) {
            return "rollout";
        }
        if (candidate.isOverdue() || candidate.moment() > candidate.expiresAt()) {
            return "expired";
        }
        String missing = ActionText.missing(candidate.action(), candidate.scope());
        if (missing != null) {
            return "incomplete:" + missing;
        }
        boolean needsRoom = trigger.state() != Trigger.State.SHADOW;
        return !needsRoom || brakes.hasRoom(trigger.channel()) ? null : "ceiling:" + trigger.channel();
    }

    /** Gate 2: what held at the moment decided, and what has arrived since. */
    Permission permission(Candidate candidate) {
        Trigger trigger = candidate.trigger();
        Purpose purpose = Objects.requireNonNull(candidate.bundle().purposes().get(trigger.purpose()));
        boolean atPlace =
                !candidate.isLate() && candidate.moment() == candidate.match().instant();
        Consents then = atPlace ? candidate.match().circumstances().consents() : newest;
        Permission held = then.permission(purpose, trigger.categories(), trigger.channel(), candidate.moment());
        Permission arrived = newest.permission(purpose, trigger.categories(), trigger.channel(), candidate.moment());
        Permission found = arrived.isGranted() ? held : arrived;
        if (listener.isAttentive()) {
            readings(candidate).permission(found);
        }
        return found;
    }

    /** Gates 3 and 4. */
    @Nullable
    String facts(Candidate candidate) {
        @Nullable String reason = given(candidate);
        for (Policy policy : candidate.bundle().policies().values()) {
            if (reason == null && policy.forbid() != null && policy.applies().fits(candidate.trigger())) {
                reason = forbid(candidate, policy, policy.forbid());
            }
        }
        return reason;
    }

    private @Nullable String given(Candidate candidate) {
        Expression given = candidate.trigger().given();
        if (given == null) {
            return null;
        }
        Scope scope = candidate.scope();
        Truth truth = given.test(scope);
        @Nullable String reason = truth == Truth.TRUE ? null : "not_eligible";
        if (listener.isAttentive()) {
            readings(candidate).given(given, scope, truth, reason);
        }
        return reason;
    }

    private @Nullable String forbid(Candidate candidate, Policy policy, Expression forbid) {
        Scope scope = candidate.policyScope();
        Truth truth = forbid.test(scope);
        @Nullable String reason = truth == Truth.FALSE ? null : "forbidden:" + policy.name();
        if (listener.isAttentive()) {
            readings(candidate).forbid(policy, forbid, scope, truth, reason);
        }
        return reason;
    }

    private Readings readings(Candidate candidate) {
        return new Readings(listener, candidate);
    }

    /** Gate 8; null if the customer is in no control group. */
    @Nullable
    String holdout(Candidate candidate) {
        if (isContract(candidate)) {
            return null;
        }
        for (Policy policy : candidate.bundle().policies().values()) {
            Policy.Holdout holdout = policy.holdout();
            if (holdout != null && policy.applies().fits(candidate.trigger())) {
                boolean isIn = StableHash.isWithin(holdout.percent(), customer, holdout.salt());
                @Nullable String reason = isIn ? "holdout:" + policy.name() : null;
                if (listener.isAttentive()) {
                    readings(candidate).holdout(policy, holdout, customer, reason);
                }
                if (isIn) {
                    return reason;
                }
            }
        }
        return null;
    }

    static boolean isContract(Candidate candidate) {
        return isContract(candidate.bundle().purposes().get(candidate.trigger().purpose()));
    }

    static boolean isContract(@Nullable Purpose purpose) {
        return purpose != null && purpose.basis() == Purpose.Basis.CONTRACT;
    }
}
