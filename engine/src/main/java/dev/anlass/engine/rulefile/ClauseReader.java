package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.rule.Clause;
import dev.anlass.engine.rulefile.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the clauses of {@code unless} and {@code until}. */
final class ClauseReader {

    private final Reading reading;
    private final List<StepHeading> steps;
    private final Uses uses;
    private final boolean isUnless;

    /**
     * A reader for the clauses of one key.
     *
     * @param isUnless whether they end chains; else they take back the action of one
     */
    ClauseReader(Reading reading, List<StepHeading> steps, Uses uses, boolean isUnless) {
        this.reading = reading;
        this.steps = steps;
        this.uses = uses;
        this.isUnless = isUnless;
    }

    List<Clause> read(Node node) {
        List<Clause> clauses = new ArrayList<>();
        if (!(node instanceof Sequence list)) {
            reading.findings()
                    .error(node.at(), "a list of events is needed, not " + node.kind(), "expected: - event: …");
            return clauses;
        }
        for (Node item : list.items()) {
            Section section = Section.of(item, "a clause", reading.findings(), List.of("event", "where"));
            if (section != null) {
                clauses.add(clause(section));
            }
        }
        return clauses;
    }

    private Clause clause(Section section) {
        String event = section.require("event", "", node -> {
            String type = reading.values().name(node);
            return type != null && EventNames.isKnown(reading, node, type) ? type : null;
        });
        Expression where = where(section, event);
        int lastStep = -1;
        for (int i = 0; where != null && i < steps.size(); i++) {
            if (where.reads().readsRoot(steps.get(i).name())) {
                lastStep = i;
            }
        }
        return new Clause(event, where, lastStep);
    }

    private @Nullable Expression where(Section section, String event) {
        Map<String, FieldType> names =
                reading.environments().ofEvent(event, StepHeading.names(steps, reading.environments()));
        PlacedExpression where = reading.expressions().condition(section.find("where"), names);
        if (where != null && isUnless) {
            IdComparison.check(where, steps, reading.findings());
        }
        return uses.preventing(where);
    }
}
