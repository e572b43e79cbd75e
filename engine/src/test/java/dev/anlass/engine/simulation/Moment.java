package dev.anlass.engine.simulation;

import java.util.List;

/**
 * A match of the reference.
 *
 * @param bound the events of the chosen chain
 */
record Moment(String trigger, String id, long instant, List<Bound> bound, int alternatives, Facts facts) {

    /** What the reference and the engine are compared by. */
    record Outline(String trigger, String id, long instant) {}

    Outline outline() {
        return new Outline(trigger, id, instant);
    }
}
