package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.PayloadValue;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Purpose.Basis;
import dev.anlass.engine.rule.Trigger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A match on its way through the gates. */
record Contender(Bundle bundle, Moment moment) {

    Trigger trigger() {
        return bundle.triggers().get(moment.trigger());
    }

    long expiresAt() {
        return moment.instant() + trigger().action().expiresMillis();
    }

    boolean isContract() {
        return bundle.purposes().get(trigger().purpose()).basis() == Basis.CONTRACT;
    }

    List<Policy> policies() {
        return bundle.policies().values().stream()
                .filter(policy -> policy.applies().fits(trigger()))
                .toList();
    }

    /** What the trigger's own expressions see. */
    View view() {
        return new View(moment.facts()).steps(trigger(), moment.bound()).with("alternatives", (long)
                moment.alternatives());
    }

    Map<String, Object> payload() {
        Map<String, Object> payload = new TreeMap<>();
        trigger().action().payload().forEach((name, value) -> {
            Object filled = value instanceof PayloadValue.Computed computed
                    ? computed.expression().evaluate(view())
                    : ((PayloadValue.Constant) value).value();
            if (filled != null) {
                payload.put(name, filled);
            }
        });
        return payload;
    }

    double value() {
        return trigger().action().value() != null
                        && trigger().action().value().evaluate(view()) instanceof Number number
                ? number.doubleValue()
                : 1;
    }

    double score() {
        double score = value();
        for (Policy policy : policies()) {
            if (policy.weight() != null && policy.weight().evaluate(policyView()) instanceof Number number) {
                score *= number.doubleValue();
            }
        }
        return score;
    }

    /** What policies see. */
    View policyView() {
        Map<String, Object> action = payload();
        action.put("name", trigger().action().name());
        action.put("channel", trigger().channel());
        action.put("purpose", trigger().purpose());
        action.put("trigger", trigger().name());
        action.put("value", value());
        return new View(moment.facts()).with("action", action);
    }
}
