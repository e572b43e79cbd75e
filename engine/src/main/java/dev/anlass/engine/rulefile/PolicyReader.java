package dev.anlass.engine.rulefile;

import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rule.Policy.Applies;
import dev.anlass.engine.rule.Policy.Cap;
import dev.anlass.engine.rule.Policy.Holdout;
import dev.anlass.engine.rule.Policy.Quiet;
import dev.anlass.engine.rule.Policy.Then;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a policy. */
final class PolicyReader {

    private static final List<String> EFFECTS = List.of("forbid", "cap", "quiet", "weight", "holdout");
    private static final List<String> KEYS = List.of(
            "policy", "description", "owner", "applies", "forbid", "reason", "cap", "by", "quiet", "weight", "holdout");

    private final Reading reading;
    private final TriggersRead triggers;

    PolicyReader(Reading reading, TriggersRead triggers) {
        this.reading = reading;
        this.triggers = triggers;
    }

    void read(Node document, Declared<Policy> policies) {
        Section section = Section.of(document, "a policy", reading.findings(), KEYS);
        Node nameNode = section == null ? null : section.require("policy");
        String name = nameNode == null ? null : reading.values().name(nameNode);
        if (section == null || nameNode == null || name == null) {
            return;
        }
        if (!policies.add(name, policy(name, section))) {
            reading.findings().error(nameNode.at(), "there is another policy \"" + name + "\"", null);
        }
    }

    private Policy policy(String name, Section section) {
        Applies applies = section.read("applies", Applies.EVERYTHING, this::applies);
        PolicyExpressions expressions = new PolicyExpressions(reading, triggers, applies);
        if (EFFECTS.stream().noneMatch(section::has)) {
            reading.findings().error(section.at(), "the policy has no effect", Words.oneOf(EFFECTS));
        }
        if (section.has("by") && !section.has("cap")) {
            reading.findings().error(section.spotOf("by"), "there is no cap that a segment could change", null);
        }
        Expression forbid = expressions.forbid(section.find("forbid"));
        Expression weight = expressions.weight(section.find("weight"));
        return new Policy(
                name,
                applies,
                section.readOrNull("reason", reading.values()::text),
                forbid,
                cap(section),
                section.readOrNull("quiet", this::quiet),
                weight,
                section.readOrNull("holdout", this::holdout));
    }

    private @Nullable Applies applies(Node node) {
        Section section = Section.of(
                node, "the target of a policy", reading.findings(), List.of("channel", "purpose", "trigger"));
        if (section == null) {
            return null;
        }
        Vocabulary known = reading.vocabulary();
        Applies applies = new Applies(
                section.readOrNull("channel", value -> target(value, "channel", known.channels)),
                section.readOrNull("purpose", value -> target(value, "purpose", known.purposes)),
                section.readOrNull("trigger", reading.values()::text));
        if (triggers.isComplete() && triggers.fitting(applies).isEmpty()) {
            Spot at =
                    section.spotOf(section.has("trigger") ? "trigger" : section.has("channel") ? "channel" : "purpose");
            reading.findings().warning(at, "the policy applies to no trigger", null);
        }
        return applies;
    }

    private @Nullable String target(Node node, String what, Declared<?> declared) {
        String name = reading.values().name(node);
        return name != null && reading.refersTo(declared, what, node, name) ? name : null;
    }

    private @Nullable Cap cap(Section policy) {
        Node node = policy.find("cap");
        return node == null ? null : new CapReader(reading).read(node, policy.find("by"));
    }

    private @Nullable Quiet quiet(Node node) {
        Section section =
                Section.of(node, "quiet hours", reading.findings(), List.of("from", "to", "on", "then", "spread"));
        if (section == null) {
            return null;
        }
        Values values = reading.values();
        LocalTime from = section.require("from", LocalTime.MIN, values::timeOfDay);
        LocalTime to = section.require("to", LocalTime.NOON, values::timeOfDay);
        if (from.equals(to)) {
            reading.findings().error(section.spotOf("to"), "the hours end when they begin", null);
        }
        return new Quiet(
                from,
                to,
                section.read("on", EnumSet.allOf(DayOfWeek.class), values::days),
                section.read("then", Then.HOLD, then -> values.word(then, Then.class)),
                section.read("spread", Quiet.DEFAULT_SPREAD_MILLIS, values::duration));
    }

    private @Nullable Holdout holdout(Node node) {
        Section section = Section.of(node, "a control group", reading.findings(), List.of("percent", "salt"));
        if (section == null) {
            return null;
        }
        double percent = section.require("percent", 0.0, this::percent);
        return new Holdout(percent, section.require("salt", "", reading.values()::text));
    }

    /** Percent with or without its sign. */
    private @Nullable Double percent(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.text().endsWith("%")) {
            return reading.values().percent(node);
        }
        Double number = reading.values().number(node);
        if (number != null && (number < 0 || number > 100)) {
            reading.findings().error(node.at(), number + " is not percent", "expected: 0 to 100");
        }
        return number;
    }
}
