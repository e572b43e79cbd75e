package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Action;
import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Trigger;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What holds in every order of arrival: how records follow each other, who is contacted and what is taken back. */
final class Invariants {

    private static final Map<Outcome, Set<Outcome>> MAY_FOLLOW = Map.of(
            Outcome.EMITTED, Set.of(Outcome.REVOKED, Outcome.VANISHED),
            Outcome.REFUSED, Set.of(Outcome.VANISHED),
            Outcome.REVOKED, Set.of(Outcome.VANISHED),
            Outcome.VANISHED, Set.of(Outcome.REFUSED));

    private final World world;
    private final Map<String, Pressed> pressed = new HashMap<>();
    private final Map<String, Decision> last = new HashMap<>();
    private final Map<String, Action> out = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    Invariants(World world) {
        this.world = world;
    }

    /**
     * What was violated.
     *
     * @param matches ids of the matches of the reference
     * @param end the last instant for which they are given
     */
    List<String> violations(Set<String> matches, long end) {
        out.values().stream()
                .filter(action -> action.time() <= end && !matches.contains(action.id()))
                .forEach(action -> violations.add("still out though it is no match: " + action.id()));
        pressed.values().forEach(each -> violations.addAll(each.violations()));
        return violations;
    }

    /** An event arrives; nothing has come of it yet. */
    void arrives(Event event) {
        if (event.type().equals("action.failed")) {
            pressed(event.customer()).failed(String.valueOf(event.fields().get("action_id")));
        }
    }

    /** A record about a customer has arrived, and what came of it has happened. */
    void arrived(String customer, Lives lives, long newest) {
        for (Action action : List.copyOf(out.values())) {
            boolean isOpen = action.customer().equals(customer) && action.expiresAt() >= newest;
            if (isOpen && isDenied(action, lives)) {
                violations.add("still out though permission is gone: " + action.id());
            }
        }
    }

    void erased(String customer, long newest) {
        pressed.remove(customer);
        out.values().stream()
                .filter(action -> action.customer().equals(customer) && action.expiresAt() >= newest)
                .forEach(action -> violations.add("still out though the customer is erased: " + action.id()));
        out.values().removeIf(action -> action.customer().equals(customer));
    }

    void left(String customer, String what) {
        violations.add("left of " + customer + " after the erasure: " + what);
    }

    private boolean isDenied(Action action, Lives lives) {
        Bundle bundle = world.rules().numbered(action.bundle());
        Trigger trigger = bundle.triggers().get(action.trigger());
        return lives.arrived(bundle).denial(trigger.purpose(), trigger.categories(), trigger.channel(), Long.MIN_VALUE)
                != null;
    }

    void happened(Emission emission) {
        Effect effect = emission.effect();
        if (effect instanceof Effect.Request request) {
            out.put(request.action().id(), request.action());
        } else if (effect instanceof Effect.Revoke revoke
                && out.remove(revoke.revocation().actionId()) == null) {
            violations.add("taken back though it was not out: " + revoke.revocation());
        } else if (effect instanceof Effect.Record record) {
            recorded(record.decision());
        }
    }

    private void recorded(Decision decision) {
        Decision before = last.put(decision.matchId(), decision);
        boolean isFirst = before == null;
        boolean follows = isFirst
                ? decision.outcome() == Outcome.EMITTED || decision.outcome() == Outcome.REFUSED
                : MAY_FOLLOW.get(before.outcome()).contains(decision.outcome())
                        && decision.revision() > before.revision();
        if (!follows) {
            violations.add("may not follow: " + before + " " + decision);
        }
        boolean isBack = decision.outcome() == Outcome.REVOKED || decision.outcome() == Outcome.VANISHED;
        if (isBack && out.containsKey(decision.matchId())) {
            violations.add("decided to be taken back and still out: " + decision.matchId());
        }
        boolean isHeldOut = decision.reason() != null && decision.reason().startsWith("holdout:");
        if (isFirst && (decision.outcome() == Outcome.EMITTED || isHeldOut)) {
            pressed(decision.customer()).contact(decision);
        }
    }

    private Pressed pressed(String customer) {
        return pressed.computeIfAbsent(customer, name -> new Pressed(world, name));
    }
}
