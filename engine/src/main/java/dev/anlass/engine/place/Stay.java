package dev.anlass.engine.place;

import dev.anlass.engine.event.EventType;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One customer's time inside one fence, from the entry on. Times are milliseconds since 1970.
 *
 * @param source that of the entering event
 * @param causeId the id of the entering event, derived or sent by the device
 * @param lastSaid when something was last said about being inside
 * @param purposes those whose use of location was permitted from the entry on without a break
 */
public record Stay(
        String fenceId,
        long enteredAt,
        String source,
        String causeId,
        long lastSaid,
        boolean dwellDone,
        Set<String> purposes) {

    public Stay {
        purposes = Set.copyOf(purposes);
    }

    static Stay derived(Fence fence, Sighting sighting) {
        return begin(fence, sighting, sighting.derivedId(EventType.FENCE_ENTERED, fence.id()));
    }

    static Stay reported(Fence fence, Sighting sighting) {
        return begin(fence, sighting, sighting.id());
    }

    private static Stay begin(Fence fence, Sighting sighting, String causeId) {
        long time = sighting.time();
        return new Stay(fence.id(), time, sighting.source(), causeId, time, false, sighting.purposes());
    }

    /** When this stay becomes a dwell. */
    public long dwellDue(Fence fence) {
        return enteredAt + fence.dwellMillis();
    }

    /** The id of the dwell that follows from this stay. */
    public String dwellId() {
        return Sighting.derivedId(causeId, EventType.FENCE_DWELLED, fenceId);
    }

    /** Whether the stay has ended in silence by a time. */
    public boolean isOver(long time, long timeoutMillis) {
        return time - lastSaid > timeoutMillis;
    }

    /** Whether a dwell is still to come, as far as is known: the stay has not ended in silence before. */
    boolean expectsDwell(Fence fence, long timeoutMillis) {
        return !dwellDone && !isOver(dwellDue(fence), timeoutMillis);
    }

    Stay saidAt(long time) {
        return time <= lastSaid ? this : new Stay(fenceId, enteredAt, source, causeId, time, dwellDone, purposes);
    }

    Stay withDwellDone() {
        return dwellDone ? this : new Stay(fenceId, enteredAt, source, causeId, lastSaid, true, purposes);
    }

    Stay retainPurposes(Predicate<String> permitted) {
        if (purposes.stream().allMatch(permitted)) {
            return this;
        }
        Set<String> kept = purposes.stream().filter(permitted).collect(Collectors.toUnmodifiableSet());
        return new Stay(fenceId, enteredAt, source, causeId, lastSaid, dwellDone, kept);
    }
}
