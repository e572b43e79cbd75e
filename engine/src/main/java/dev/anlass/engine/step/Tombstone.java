package dev.anlass.engine.step;

import dev.anlass.engine.event.OrderKey;

/**
 * What stays of an erased customer beside the objections: what lies up to it is no longer accepted. It names no event.
 *
 * @param time of the erasure, or of the newest event that was remembered, whichever is later; milliseconds since 1970
 * @param rank of events up to which those of this very time are no longer accepted
 */
public record Tombstone(long time, int rank) {

    static Tombstone at(OrderKey place) {
        return new Tombstone(place.time(), place.rank());
    }

    boolean covers(OrderKey place) {
        return place.time() < time || place.time() == time && place.rank() <= rank;
    }
}
