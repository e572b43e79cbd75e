package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Purpose.Basis;
import dev.anlass.engine.rule.Trigger;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The contacts with one customer, in the order in which they were made: no cap is broken, no rest disturbed. */
final class Pressed {

    private final World world;
    private final boolean isInUtc;
    private final List<Decision> contacts = new ArrayList<>();
    private final Set<String> failed = new HashSet<>();
    private final List<String> violations = new ArrayList<>();

    Pressed(World world, String customer) {
        this.world = world;
        this.isInUtc = world.lines().stream()
                .filter(line -> line.contains("\"subject\":\"" + customer + "\""))
                .noneMatch(line -> line.contains("\"zone\"") || line.contains("\"market\""));
    }

    List<String> violations() {
        return violations;
    }

    void failed(String id) {
        if (contacts.stream().anyMatch(contact -> contact.matchId().equals(id))) {
            failed.add(id);
        }
    }

    void contact(Decision made) {
        Bundle bundle = world.rules().numbered(made.bundle());
        Trigger trigger = bundle.triggers().get(made.trigger());
        long cooling = contacts.stream()
                .filter(contact -> contact.trigger().equals(made.trigger()) && counts(contact))
                .filter(contact -> made.decidedAt() - contact.decidedAt() < trigger.cooldownMillis())
                .count();
        if (cooling > 0) {
            violations.add("cooling down: " + made);
        }
        for (Policy policy : bundle.policies().values()) {
            if (policy.applies().fits(trigger)) {
                cap(policy, bundle, made);
                rest(policy, made);
            }
        }
        contacts.add(made);
    }

    private void cap(Policy policy, Bundle bundle, Decision made) {
        boolean isFree = bundle.purposes().get(made.purpose()).basis() == Basis.CONTRACT;
        if (policy.cap() == null || policy.cap().period() != Policy.Period.ROLLING || isFree) {
            return;
        }
        long counted = contacts.stream()
                .filter(contact -> counts(contact)
                        && policy.applies().fits(contact.channel(), contact.purpose(), contact.trigger())
                        && bundle.purposes().get(contact.purpose()).basis() != Basis.CONTRACT
                        && made.decidedAt() - contact.decidedAt() < policy.cap().rollingMillis())
                .count();
        int most =
                policy.cap().bySegment().values().stream().reduce(policy.cap().max(), Math::max);
        if (counted >= most) {
            violations.add("over the cap " + policy.name() + ": " + made);
        }
    }

    private void rest(Policy policy, Decision made) {
        boolean isOut = made.outcome() == Outcome.EMITTED;
        if (isInUtc
                && isOut
                && policy.quiet() != null
                && Hours.isQuiet(policy.quiet(), ZoneOffset.UTC, made.decidedAt())) {
            violations.add("disturbed " + policy.name() + ": " + made);
        }
    }

    private boolean counts(Decision contact) {
        return !failed.contains(contact.matchId());
    }
}
