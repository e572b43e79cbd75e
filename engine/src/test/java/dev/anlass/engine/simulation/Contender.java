package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.PayloadValue;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Purpose.Basis;
import dev.anlass.engine.rule.Template;
import dev.anlass.engine.rule.Trigger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A match on its way through the gates.
 *
 * @param bundle the one whose gates it meets
 * @param meant its trigger in the bundle of its instant, which says what the action is
 * @param propensity how probable a success is, as the score table of the moment decided says
 */
record Contender(Bundle bundle, Moment moment, Trigger meant, double propensity) {

    static Contender of(Bundle bundle, Moment moment) {
        return new Contender(bundle, moment, bundle.triggers().get(moment.trigger()), 1);
    }

    /** With what the score tables say at a time. */
    Contender scored(Scores scores, long time) {
        return new Contender(bundle, moment, meant, scores.propensity(this, time));
    }

    /** The same match before the gates of another bundle. */
    Contender under(Bundle other) {
        return new Contender(other, moment, meant, propensity);
    }

    boolean hasTrigger() {
        return bundle.triggers().containsKey(moment.trigger());
    }

    Trigger trigger() {
        return bundle.triggers().get(moment.trigger());
    }

    long expiresAt() {
        return moment.instant() + meant.action().expiresMillis();
    }

    /** The expression in the text that has no value; null if there is none. */
    @Nullable
    String missing() {
        Map<String, Template> texts = meant.action().text();
        if (texts.isEmpty()) {
            return null;
        }
        Object language = moment.facts().attributes().get("language");
        Template text = texts.containsKey(String.valueOf(language))
                ? texts.get(String.valueOf(language))
                : texts.values().iterator().next();
        for (Template.Part part : text.parts()) {
            if (part instanceof Template.Computed computed
                    && computed.expression().evaluate(view()) == null) {
                return computed.expression().text();
            }
        }
        return null;
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
        return new View(moment.facts()).steps(meant, moment.bound()).with("alternatives", (long) moment.alternatives());
    }

    Map<String, Object> payload() {
        Map<String, Object> payload = new TreeMap<>();
        meant.action().payload().forEach((name, value) -> {
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
        return meant.action().value() != null && meant.action().value().evaluate(view()) instanceof Number number
                ? number.doubleValue()
                : 1;
    }

    double score() {
        double score = propensity * value();
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
        action.put("name", meant.action().name());
        action.put("channel", trigger().channel());
        action.put("purpose", trigger().purpose());
        action.put("trigger", trigger().name());
        action.put("value", value());
        return new View(moment.facts()).with("action", action);
    }
}
