package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.EventType;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.Reads;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of one trigger read.
 *
 * <p>What is needed asks for permission; what can only prevent does not.
 */
final class Uses {

    private final List<PlacedExpression> all = new ArrayList<>();
    private final List<Reads> needed = new ArrayList<>();
    private final List<Reads> preventing = new ArrayList<>();

    /** Notes an expression that needs permission, if it is right; returns it. */
    @Nullable
    Expression needed(@Nullable PlacedExpression placed) {
        if (placed == null) {
            return null;
        }
        needed.add(placed.expression().reads());
        all.add(placed);
        return placed.expression();
    }

    /** Notes an expression that can only prevent; returns it. */
    @Nullable
    Expression preventing(@Nullable PlacedExpression placed) {
        if (placed == null) {
            return null;
        }
        preventing.add(placed.expression().reads());
        all.add(placed);
        return placed.expression();
    }

    /** Everything that is read. */
    Reads reads() {
        return Reads.all(needed).and(Reads.all(preventing));
    }

    Set<String> categories(Reading reading, List<StepHeading> steps) {
        Categories categories =
                new Categories(reading.vocabulary(), reading.environments().catalogue());
        Reads reads = Reads.all(needed);
        categories.addReads(reads);
        for (StepHeading step : steps) {
            categories.addEvent(step.event());
            if (step.event().equals(EventType.CUSTOMER_UPDATED)) {
                categories.addAttributes(reads.fieldsOf(Environments.EVENT));
                categories.addAttributes(reads.fieldsOf(step.name()));
            }
        }
        return categories.found();
    }

    /** Reports metrics and segments that are read although they belong to another purpose. */
    void checkPurpose(String purpose, Reading reading) {
        for (PlacedExpression use : all) {
            Reads reads = use.expression().reads();
            for (String name : reads.fieldsOf(Environments.METRIC)) {
                Metric metric = reading.vocabulary().metrics.get(name);
                checkPurpose(
                        purpose,
                        metric == null ? null : metric.purpose(),
                        use.passage(),
                        Environments.METRIC,
                        name,
                        reading);
            }
            for (String name : reads.fieldsOf(Environments.SEGMENT)) {
                Segment segment = reading.vocabulary().segments.get(name);
                checkPurpose(
                        purpose,
                        segment == null ? null : segment.purpose(),
                        use.passage(),
                        Environments.SEGMENT,
                        name,
                        reading);
            }
        }
    }

    private static void checkPurpose(
            String purpose, @Nullable String owner, Passage passage, String root, String name, Reading reading) {
        if (owner != null && !owner.equals(purpose)) {
            reading.findings()
                    .error(
                            passage.spotOfField(root, name),
                            "the " + root + " \"" + name + "\" belongs to the purpose \"" + owner + "\"",
                            "expected: a " + root + " of the trigger's purpose \"" + purpose + "\"");
        }
    }
}
