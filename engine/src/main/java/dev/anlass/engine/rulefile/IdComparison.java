package dev.anlass.engine.rulefile;

import dev.anlass.engine.expression.Inspection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds conditions that compare an id with a step of which only one event is kept.
 *
 * <p>Of three products in a basket such a condition knows the last one only, which is seldom what the author means. An
 * id is what is called {@code id} or ends with {@code _id} or {@code _ids}.
 */
final class IdComparison {

    private static final Pattern ID = Pattern.compile("(.*_)?ids?");

    private IdComparison() {}

    /** Warns if a condition of a step, or of {@code unless}, does so. */
    static void check(PlacedExpression where, List<StepHeading> steps, Findings findings) {
        if (steps.isEmpty() || steps.get(0).isEach()) {
            return;
        }
        Set<String> compared = Inspection.stepsComparedByEquality(where.expression());
        for (StepHeading step : steps) {
            if (compared.contains(step.name())) {
                where.expression().reads().fieldsOf(step.name()).stream()
                        .filter(field -> ID.matcher(field).matches())
                        .findFirst()
                        .ifPresent(
                                field -> warn(where, step, field, steps.get(0).name(), findings));
            }
        }
    }

    private static void warn(PlacedExpression where, StepHeading step, String field, String first, Findings findings) {
        findings.warning(
                where.passage().spotOfField(step.name(), field),
                "of several events only the last is kept: the condition compares with one " + field + " of \""
                        + step.name() + "\"",
                "expected: \"keep: each\" with an expression in the step \"" + first + "\", if each is meant");
    }
}
