package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.FieldType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The name and event type of a step, which the conditions of all steps may refer to.
 *
 * @param isEach whether the step distinguishes keys
 */
record StepHeading(Section section, String name, String event, boolean isEach) {

    /** The steps as names in expressions; one that conditions cannot write is left out. */
    static Map<String, FieldType> names(List<StepHeading> steps, Environments environments) {
        Map<String, FieldType> names = new TreeMap<>();
        for (StepHeading step : steps) {
            if (Values.isIdentifier(step.name()) && !Environments.isTaken(step.name())) {
                names.put(step.name(), environments.event(step.event()));
            }
        }
        return names;
    }

    /** The place of a step among the steps; -1 if there is none of the name. */
    static int indexOf(List<StepHeading> steps, String name) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
