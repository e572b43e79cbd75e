package dev.anlass.engine.match;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.place.Fence;
import dev.anlass.engine.place.FenceIndex;
import dev.anlass.engine.place.Position;
import dev.anlass.engine.place.Presence;
import dev.anlass.engine.place.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a position or a report of the device says about fences: events derived from it, and whether it is seen at all. */
final class Places {

    private final FenceIndex fences;
    private final long timeoutMillis;

    Places(FenceIndex fences, long timeoutMillis) {
        this.fences = fences;
        this.timeoutMillis = timeoutMillis;
    }

    /** @param reported the event with the fence's properties if triggers and metrics see it; null if they do not */
    record Said(
            Presence presence,
            List<Event> derived,
            @Nullable Event reported,
            int gaveWay) {}

    Said position(Presence before, Event event, Set<String> purposes) {
        Position position = position(event.fields());
        if (position == null || purposes.isEmpty()) {
            return new Said(before, List.of(), event, 0);
        }
        Sighting sighting = Fold.sighting(event, purposes);
        Presence.Change change = before.observe(fences, position, sighting, timeoutMillis);
        return new Said(change.after(), derived(event, change), event, change.gaveWay());
    }

    /** Whether the customer is in no fence, and the position in none either. */
    boolean areFarFrom(Presence presence, Event event) {
        Position position = position(event.fields());
        return presence.isEmpty()
                && (position == null || fences.containing(position).isEmpty());
    }

    private static List<Event> derived(Event cause, Presence.Change change) {
        if (change.exited().isEmpty() && change.entered().isEmpty()) {
            return List.of();
        }
        List<Event> derived = new ArrayList<>();
        change.exited().forEach(fence -> derived.add(derived(cause, EventType.FENCE_EXITED, fence)));
        change.entered().forEach(fence -> derived.add(derived(cause, EventType.FENCE_ENTERED, fence)));
        return derived;
    }

    Said report(Presence before, Event event, Set<String> purposes) {
        Fence fence = fences.byId(String.valueOf(event.fields().get("fence_id")));
        if (fence == null || purposes.isEmpty()) {
            return new Said(before, List.of(), null, 0);
        }
        Sighting sighting = Fold.sighting(event, purposes);
        boolean entering = event.type().equals(EventType.FENCE_ENTERED);
        Presence.Change change = entering
                ? before.reportedEntering(fence, sighting, timeoutMillis)
                : before.reportedLeaving(fence, sighting, timeoutMillis);
        boolean seen = !change.entered().isEmpty() || !change.exited().isEmpty();
        Fields fields = event.fields().with("fence", fence.properties()).with("time", at(event.time()));
        Event enriched = new Event(event.customer(), event.key(), event.type(), fields);
        return new Said(change.after(), List.of(), seen ? enriched : null, change.gaveWay());
    }

    private static Event derived(Event cause, String type, Fence fence) {
        OrderKey key = new OrderKey(
                cause.time(),
                OrderKey.RANK_EVENT,
                cause.key().sequence(),
                cause.source(),
                Sighting.derivedId(cause.id(), type, fence.id()));
        return new Event(cause.customer(), key, type, fields(fence, cause.time()));
    }

    static Fields fields(@Nullable Fence fence, long time) {
        return fence == null
                ? Fields.EMPTY
                : Fields.of(Map.of("fence_id", fence.id(), "fence", fence.properties(), "time", at(time)));
    }

    private static Instant at(long time) {
        return Instant.ofEpochMilli(time);
    }

    private static @Nullable Position position(Fields fields) {
        return fields.get("lat") instanceof Double latitude && fields.get("lon") instanceof Double longitude
                ? new Position(latitude, longitude, (Double) fields.get("accuracy"))
                : null;
    }
}
