package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.Scalar;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.rule.Policy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of one policy: they see the action of every trigger that the policy applies to.
 *
 * <p>A field of {@code action} has the type that it has in all of these triggers, any if they differ. The action's own
 * name, channel, purpose, trigger and value come before payload fields that are called so. A field that no trigger has
 * is reported as a warning only: the policy may be older than the first trigger that it is for.
 */
final class PolicyExpressions {

    private static final Map<String, FieldType> OF_EVERY_ACTION = Map.of(
            "name", Scalar.STRING,
            "channel", Scalar.STRING,
            "purpose", Scalar.STRING,
            "trigger", Scalar.STRING,
            "value", Scalar.DOUBLE);

    private final Reading reading;
    private final List<ReadTrigger> triggers;
    private final Map<String, FieldType> fields;
    private final boolean isComplete;

    PolicyExpressions(Reading reading, List<ReadTrigger> triggers, Policy.Applies applies) {
        this.reading = reading;
        this.triggers = triggers.stream()
                .filter(trigger -> applies.fits(trigger.trigger()))
                .toList();
        this.fields = fields(this.triggers);
        this.isComplete = triggers.stream().noneMatch(ReadTrigger::isBroken);
    }

    @Nullable
    Expression forbid(@Nullable Node node) {
        PlacedExpression placed = node == null ? null : reading.expressions().condition(node, names(node));
        return PlacedExpression.expressionOf(placed);
    }

    @Nullable
    Expression weight(@Nullable Node node) {
        return node == null
                ? null
                : PlacedExpression.expressionOf(reading.expressions().number(node, names(node)));
    }

    private Map<String, FieldType> names(Node node) {
        if (!isComplete) {
            return reading.environments().ofPolicy(new FieldType.Any());
        }
        return reading.environments().ofPolicy(new FieldType.RecordOf(fields));
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
