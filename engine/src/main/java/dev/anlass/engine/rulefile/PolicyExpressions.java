package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.rule.Policy;
import dev.anlass.engine.rulefile.Node.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of one policy: they see the action of every trigger that the policy applies to.
 *
 * <p>A field of {@code action} has the type that it has in all of these triggers, any if they differ. The action's own
 * name, channel, purpose, trigger and value come before payload fields that are called so. A field that no trigger has
 * is reported as a warning only: the policy may be older than the first trigger that it is for.
 */
final class PolicyExpressions {

    private static final Pattern ACTION_FIELD = Pattern.compile("(?<![\\w.\"'])action\\s*\\.\\s*(\\w+)");

    private static final Map<String, FieldType> OF_EVERY_ACTION = Map.of(
            "name", FieldType.Scalar.STRING,
            "channel", FieldType.Scalar.STRING,
            "purpose", FieldType.Scalar.STRING,
            "trigger", FieldType.Scalar.STRING,
            "value", FieldType.Scalar.DOUBLE);

    private final Reading reading;
    private final List<ReadTrigger> triggers;
    private final Map<String, FieldType> fields;
    private final boolean isComplete;

    PolicyExpressions(Reading reading, TriggersRead all, Policy.Applies applies) {
        this.reading = reading;
        this.triggers = all.fitting(applies);
        this.fields = fields(triggers);
        this.isComplete = all.isComplete();
    }

    @Nullable
    Expression forbid(@Nullable Node node) {
        PlacedExpression forbid = reading.expressions().prohibition(node, names(node));
        if (forbid != null && isComplete) {
            new OptionalFields(triggers, OF_EVERY_ACTION.keySet()).check(forbid, reading.findings());
        }
        return PlacedExpression.expressionOf(forbid);
    }

    @Nullable
    Expression weight(@Nullable Node node) {
        return PlacedExpression.expressionOf(reading.expressions().number(node, names(node)));
    }

    private Map<String, FieldType> names(@Nullable Node node) {
        if (!isComplete) {
            return reading.environments().ofPolicy(new FieldType.Any());
        }
        Map<String, FieldType> all = new TreeMap<>(fields);
        if (node instanceof Scalar scalar) {
            for (String unknown : unknownFields(Passage.whole(scalar))) {
                all.put(unknown, new FieldType.Any());
            }
        }
        return reading.environments().ofPolicy(new FieldType.RecordOf(all));
    }

    /** Fields of the action that no trigger has, with a warning. */
    private Set<String> unknownFields(Passage passage) {
        Set<String> unknown = new TreeSet<>();
        Matcher field = ACTION_FIELD.matcher(passage.text());
        while (field.find()) {
            String name = field.group(1);
            if (!fields.containsKey(name) && unknown.add(name)) {
                String message = "no trigger that the policy applies to has the payload field \"" + name + "\"";
                String wayOut = Words.nearest(name, fields.keySet());
                reading.findings().warning(passage.spotOf(field.start(1)), message, wayOut);
            }
        }
        return unknown;
    }

    private static Map<String, FieldType> fields(List<ReadTrigger> triggers) {
        Map<String, FieldType> fields = new TreeMap<>();
        for (ReadTrigger read : triggers) {
            read.trigger()
                    .action()
                    .payload()
                    .forEach((name, value) -> fields.merge(name, PayloadTypes.of(value), PayloadTypes::common));
        }
        fields.putAll(OF_EVERY_ACTION);
        return fields;
    }
}
