package dev.anlass.engine.match;

import dev.anlass.engine.rule.Metric;
import java.util.List;

/**
 * What an event type concerns.
 *
 * @param metrics the metrics that aggregate it
 * @param triggers the triggers that name it in a step or an {@code unless}, in order of their names
 * @param overtaking whether an {@code until} names it
 * @param preventive whether an {@code unless} or {@code until} names it, so that it is needed without permission
 */
record TypePlan(List<Metric> metrics, List<TriggerPlan> triggers, boolean overtaking, boolean preventive) {

    static final TypePlan NOTHING = new TypePlan(List.of(), List.of(), false, false);

    TypePlan {
        metrics = List.copyOf(metrics);
        triggers = List.copyOf(triggers);
    }
}
