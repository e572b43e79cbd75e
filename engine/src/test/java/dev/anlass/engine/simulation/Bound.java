package dev.anlass.engine.simulation;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.Fields;
import java.time.Instant;

/** An event as an expression sees it. */
record Bound(Event event) {

    long time() {
        return event.time();
    }

    Fields fields() {
        return event.fields().with("time", Instant.ofEpochMilli(event.time()));
    }

    boolean isOlderThan(Bound other) {
        return compareAge(other) < 0;
    }

    /** By time, then source and id. */
    int compareAge(Bound other) {
        int order = Long.compare(time(), other.time());
        order = order != 0 ? order : event.source().compareTo(other.event.source());
        return order != 0 ? order : event.id().compareTo(other.event.id());
    }
}
