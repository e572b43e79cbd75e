package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Step.Keep;
import dev.anlass.engine.rule.Trigger;
import dev.anlass.engine.rulefile.Node.Scalar;
import dev.anlass.engine.rulefile.Node.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a trigger. */
final class StepsReader {

    static final int MAX_STEPS = 8;

    /** The most keys that {@code at_most} can keep open. */
    static final int MAX_KEYS = 1_000;

    /** The largest {@code count}. */
    static final int MAX_COUNT = 1_000;

    private static final List<String> KEYS =
            List.of("step", "event", "where", "within", "keep", "at_most", "count", "over");

    private final Reading reading;
    private final Uses uses;

    StepsReader(Reading reading, Uses uses) {
        this.reading = reading;
        this.uses = uses;
    }

    /** Names and event types of all steps, before their conditions are read. */
    List<StepHeading> headings(Node when) {
        List<StepHeading> headings = new ArrayList<>();
        if (!(when instanceof Sequence list)) {
            reading.findings().error(when.at(), "when is a list of steps, not " + when.kind(), null);
            return headings;
        }
        if (list.items().isEmpty() || list.items().size() > MAX_STEPS) {
            reading.findings()
                    .error(
                            list.at(),
                            "a trigger has 1 to " + MAX_STEPS + " steps, not "
                                    + list.items().size(),
                            null);
        }
        Set<String> names = new HashSet<>();
        for (Node item : list.items()) {
            Section section = Section.of(item, "a step", reading.findings(), KEYS);
            if (section != null) {
                headings.add(heading(section, headings.size() + 1, names));
            }
        }
        return headings;
    }

    /** The steps with their conditions. */
    List<Step> steps(List<StepHeading> headings, boolean isBounded) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            steps.add(step(headings, i, isBounded));
        }
        return steps;
    }

    private StepHeading heading(Section section, int number, Set<String> names) {
        String name = section.read("step", "step" + number, reading.values()::name);
        Spot at = section.spotOf("step");
        if (!names.add(name)) {
            reading.findings().error(at, "there is another step \"" + name + "\"", null);
        } else if (Environments.isTaken(name)) {
            reading.findings()
                    .error(at, "a step cannot be called \"" + name + "\"", "this word has a meaning in conditions");
        } else if (!Values.isIdentifier(name)) {
            reading.findings()
                    .warning(at, "conditions cannot read the step \"" + name + "\"", "expected: letters, digits and _");
        }
        String event = section.require("event", "", node -> {
            String type = reading.values().name(node);
            return type != null && EventNames.isKnown(reading, node, type) ? type : null;
        });
        boolean isEach =
                section.find("keep") instanceof Scalar keep && keep.text().startsWith("each");
        return new StepHeading(section, name, event, isEach);
    }

    private Step step(List<StepHeading> headings, int index, boolean isBounded) {
        StepHeading heading = headings.get(index);
        Section section = heading.section();
        Values values = reading.values();
        StepKeep keep = StepKeep.read(section, heading.event(), index == 0, reading, uses);
        int atMost = section.read("at_most", (long) Step.DEFAULT_AT_MOST, node -> values.whole(node, 1, MAX_KEYS))
                .intValue();
        int count = section.read("count", 1L, node -> values.whole(node, 1, MAX_COUNT))
                .intValue();
        long within = section.read("within", Trigger.UNBOUNDED, values::duration);
        long over = section.read("over", Trigger.UNBOUNDED, values::duration);
        Expression where = where(headings, index);
        checkWindows(section, index, isBounded, count);
        if (section.has("at_most") && keep.kind() != Keep.EACH) {
            reading.findings().error(section.spotOf("at_most"), "only \"keep: each\" opens several keys", null);
        }
        return new Step(heading.name(), heading.event(), where, within, keep.kind(), keep.key(), atMost, count, over);
    }

    private @Nullable Expression where(List<StepHeading> headings, int index) {
        StepHeading heading = headings.get(index);
        Map<String, FieldType> names =
                reading.environments().ofEvent(heading.event(), StepHeading.names(headings, reading.environments()));
        Node node = heading.section().find("where");
        PlacedExpression where = reading.expressions().condition(node, names);
        if (node instanceof Scalar scalar) {
            refuseUnbound(headings.subList(index, headings.size()), Passage.whole(scalar), where);
        }
        if (where != null) {
            IdComparison.check(where, headings.subList(0, Math.max(1, index)), reading.findings());
        }
        return uses.needed(where);
    }

    private void refuseUnbound(List<StepHeading> later, Passage passage, @Nullable PlacedExpression where) {
        for (StepHeading step : later) {
            boolean isRead = where == null
                    ? passage.readsFieldOf(step.name())
                    : where.expression().reads().readsRoot(step.name());
            if (isRead && !Environments.isTaken(step.name())) {
                reading.findings()
                        .error(
                                passage.spotOfName(step.name()),
                                "the step \"" + step.name() + "\" is not bound yet",
                                "expected: event, or an earlier step");
            }
        }
    }

    private void checkWindows(Section section, int index, boolean isBounded, int count) {
        Findings findings = reading.findings();
        if (index == 0 && section.has("within")) {
            findings.error(
                    section.spotOf("within"),
                    "nothing comes before the first step",
                    "expected: within on a later step, or on the trigger");
        }
        if (index > 0 && !section.has("within") && !isBounded) {
            findings.error(
                    section.at(),
                    "this step may come any time after the one before it: its window has no bound",
                    "expected: within, here or on the trigger, such as within: 24h");
        }
        if (count > 1 && !section.has("over")) {
            findings.error(
                    section.spotOf("count"),
                    "these events may come at any time: the window has no bound",
                    "expected: over, such as over: 1h");
        }
        if (section.has("over") && !section.has("count")) {
            findings.error(
                    section.spotOf("over"),
                    "there is nothing to count over this window",
                    "expected: count, such as count: 3");
        }
    }
}
