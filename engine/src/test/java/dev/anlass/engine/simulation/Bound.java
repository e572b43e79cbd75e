package dev.anlass.engine.simulation;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.expression.Reads;
import dev.anlass.engine.rule.Trigger;
import java.time.Instant;
import java.util.Set;

/** An event as an expression sees it. */
record Bound(Event event, Fields fields) {

    static Bound of(Event event) {
        return new Bound(event, event.fields().with("time", Instant.ofEpochMilli(event.time())));
    }

    /** With just the fields that a trigger refers to under the name of a step. */
    Bound keptBy(Trigger trigger, int step) {
        Set<String> read = trigger.reads().fieldsOf(trigger.steps().get(step).name());
        return read.contains(Reads.EVERYTHING) ? this : new Bound(event, fields.retain(read::contains));
    }

    long time() {
        return event.time();
    }

    /** By time, then source and id. */
    int compareAge(Bound other) {
        int order = Long.compare(time(), other.time());
        order = order != 0 ? order : event.source().compareTo(other.event.source());
        return order != 0 ? order : event.id().compareTo(other.event.id());
    }
}
