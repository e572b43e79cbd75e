package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.EventType;
import dev.anlass.engine.rule.Clause;
import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Trigger;
import java.util.List;

/** Finds what cannot be meant in a trigger whose parts are each right by themselves. */
final class TriggerChecks {

    /** What only means something for chains, which a schedule has not. */
    private static final List<String> OF_CHAINS = List.of("within", "wait", "unless", "prefer");

    private final Trigger trigger;
    private final Section section;
    private final List<StepHeading> steps;
    private final Reading reading;
    private final Findings findings;

    TriggerChecks(Trigger trigger, Section section, List<StepHeading> steps, Reading reading) {
        this.trigger = trigger;
        this.section = section;
        this.steps = steps;
        this.reading = reading;
        this.findings = reading.findings();
    }

    /** @param isBroken whether parts of the trigger are missing because they could not be read */
    void check(boolean isBroken) {
        PurposeLimits.check(reading, trigger.purpose(), trigger.categories(), section, "the trigger");
        checkSchedule();
        checkActive();
        checkWait();
        checkZeroWindows();
        checkFences();
        if (!isBroken) {
            checkUnless();
            new StateEstimate(reading.environments()).check(trigger, keysOrSteps(), findings);
        }
    }

    /** Where the author says how many keys are open, or else what the steps are. */
    private Spot keysOrSteps() {
        boolean saysKeys = !steps.isEmpty() && steps.get(0).section().has("at_most");
        return saysKeys ? steps.get(0).section().spotOf("at_most") : section.spotOf("when");
    }

    private void checkSchedule() {
        if (!section.has("every") || section.has("when")) {
            return;
        }
        for (String key : OF_CHAINS) {
            if (section.has(key)) {
                findings.error(
                        section.spotOf(key), "a schedule has no steps: \"" + key + "\" means nothing here", null);
            }
        }
    }

    private void checkActive() {
        if (trigger.activeFrom() >= trigger.activeUntil()) {
            findings.error(section.spotOf("active"), "the trigger is never active: it ends before it begins", null);
        }
    }

    /**
     * A wait that is longer than the action is valid is a warning.
     *
     * <p>The two do not overlap: an action is valid from the end of the wait. Yet a moment that is spoken of only after
     * so long is mostly a slip of the unit, so the author is asked to look again.
     */
    private void checkWait() {
        if (trigger.waitMillis() > trigger.action().expiresMillis()) {
            findings.warning(
                    section.spotOf("wait"),
                    "the wait of " + Durations.text(trigger.waitMillis()) + " is longer than the action is valid: "
                            + Durations.text(trigger.action().expiresMillis()),
                    "expected: a shorter wait, or a longer \"expires\" of the action");
        }
    }

    private void checkZeroWindows() {
        if (trigger.withinMillis() == 0 && trigger.steps().size() > 1) {
            neverInPractice(section.spotOf("within"));
        }
        for (StepHeading step : steps.isEmpty() ? steps : steps.subList(1, steps.size())) {
            Node within = step.section().find("within");
            if (within instanceof Node.Scalar text
                    && Durations.millis(text.text()).orElse(1) == 0) {
                neverInPractice(step.section().spotOf("within"));
            }
        }
    }

    private void neverInPractice(Spot at) {
        findings.warning(at, "only an event of the very same millisecond can follow", "expected: a longer window");
    }

    private void checkFences() {
        if (!reading.vocabulary().fences.isEmpty() || reading.vocabulary().hasBrokenFences()) {
            return;
        }
        for (StepHeading step : steps) {
            if (EventType.isAboutFence(step.event())) {
                findings.warning(
                        step.section().spotOf("event"),
                        "the step can never follow: the rule set has no fences",
                        "expected: fences/<name>.geojson");
            }
        }
    }

    /** The law: {@code unless} is looked at before a chain is extended. */
    private void checkUnless() {
        for (int i = 1; i < trigger.steps().size(); i++) {
            for (Clause clause : trigger.unless()) {
                if (endsBefore(clause, trigger.steps().get(i), i)) {
                    findings.error(
                            steps.get(i).section().spotOf("event"),
                            "the step can never follow: the same event ends the chain by \"unless\"",
                            "expected: a \"where\" that tells the two apart");
                }
            }
        }
    }

    private static boolean endsBefore(Clause clause, Step step, int index) {
        boolean isReached = clause.lastStep() < index;
        boolean isSame = clause.where() == null
                || (step.where() != null
                        && same(clause.where().text(), step.where().text()));
        return isReached && isSame && clause.event().equals(step.event());
    }

    private static boolean same(String one, String other) {
        return one.replaceAll("\\s", "").equals(other.replaceAll("\\s", ""));
    }
}
