package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.List;

/**
 * The bound events of a trigger under one key, and the events counted for the next step.
 *
 * @param reached number of the bundle under which it reached its level
 */
record Chain(Object key, List<Bound> bound, List<Bound> counted, int reached) {

    static Chain of(Object key, List<Bound> bound, int reached) {
        return new Chain(key, List.copyOf(bound), new ArrayList<>(), reached);
    }

    Bound first() {
        return bound.get(0);
    }

    Bound last() {
        return bound.get(bound.size() - 1);
    }

    int level() {
        return bound.size();
    }

    /** This chain moved up by one level. */
    Chain movedUp(Bound event, int now) {
        List<Bound> longer = new ArrayList<>(bound);
        longer.add(event);
        return of(key, longer, now);
    }

    /** This chain with another last event; what it counted it keeps. */
    Chain rebound(Bound event, int now) {
        List<Bound> other = new ArrayList<>(bound.subList(0, level() - 1));
        other.add(event);
        return new Chain(key, List.copyOf(other), counted, now);
    }

    /** Whether an event of a time lies within the windows of the step after a number of bound events. */
    boolean isWithin(Trigger trigger, int level, long time) {
        Step step = trigger.steps().get(level);
        return time - bound.get(level - 1).time() <= step.withinMillis()
                && time - first().time() <= trigger.withinMillis();
    }

    /** Whether any event of that time or later can take it further; a complete chain waits for its time. */
    boolean isOpen(Trigger trigger, long time) {
        return level() == trigger.steps().size() || isWithin(trigger, level(), time);
    }
}
