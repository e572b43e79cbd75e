package dev.anlass.engine.place;

import java.util.Set;

/**
 * An event that says where a customer is.
 *
 * @param time event time, milliseconds since 1970
 * @param purposes those whose use of location is permitted for this event
 */
public record Sighting(long time, String source, String id, Set<String> purposes) {

    public Sighting {
        purposes = Set.copyOf(purposes);
    }

    /** The id of the event of a type, such as {@code fence.exited}, that follows from this one for a fence. */
    public String derivedId(String type, String fenceId) {
        return derivedId(id, type, fenceId);
    }

    /** The id of an event that follows from another one for a fence. */
    public static String derivedId(String causeId, String type, String fenceId) {
        return causeId + "/" + type + "/" + fenceId;
    }
}
