package dev.anlass.engine.simulation;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.place.Fence;
import dev.anlass.engine.place.FenceIndex;
import dev.anlass.engine.place.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which fences a customer is in. */
final class Stays {

    /** A stay, from its entering event on. */
    static final class Stay {
        private final Event entering;
        private final Set<String> purposes;
        private long heard;
        private boolean dwelled;

        private Stay(Event entering, Set<String> purposes) {
            this.entering = entering;
            this.purposes = new TreeSet<>(purposes);
            this.heard = entering.time();
        }
    }

    /** A dwell that came due, and the purposes of which permission held since the entry. */
    record Dwell(Event event, Set<String> purposes) {}

    private List<Fence> fences;
    private FenceIndex index;
    private final long timeoutMillis;
    private final Map<String, Stay> stays = new TreeMap<>();

    Stays(List<Fence> fences, FenceIndex index, long timeoutMillis) {
        this.fences = fences.stream().sorted(Comparator.comparing(Fence::id)).toList();
        this.index = index;
        this.timeoutMillis = timeoutMillis;
    }

    /** Stays in a fence that is another one in the next edition end silently. */
    void carryOver(List<Fence> next, FenceIndex nextIndex) {
        stays.keySet().removeIf(id -> !definition(index.byId(id)).equals(definition(nextIndex.byId(id))));
        fences = next.stream().sorted(Comparator.comparing(Fence::id)).toList();
        index = nextIndex;
    }

    /** The worlds never move a fence. */
    private static List<Object> definition(@Nullable Fence fence) {
        return fence == null
                ? List.of()
                : List.of(fence.hysteresisMeters(), fence.maxAccuracyMeters(), fence.dwellMillis(), fence.properties());
    }

    /** Ends the stays that no purpose permits any more that permitted them so far. */
    void retain(Set<String> permitted) {
        stays.values().forEach(stay -> stay.purposes.retainAll(permitted));
        stays.values().removeIf(stay -> stay.purposes.isEmpty());
    }

    /** Takes in a position; gives the events that derive from it, exits before entries. */
    List<Event> position(Event event, Set<String> purposes) {
        Position position = positionOf(event);
        Set<String> inside = new TreeSet<>();
        index.containing(position).forEach(fence -> inside.add(fence.id()));
        List<Event> exits = new ArrayList<>();
        List<Event> entries = new ArrayList<>();
        endSilently(event.time());
        for (Fence fence : fences) {
            if (position.accuracyMeters() != null && position.accuracyMeters() > fence.maxAccuracyMeters()) {
                continue;
            }
            Stay stay = stays.get(fence.id());
            if (stay == null && inside.contains(fence.id())) {
                Event entered = derived(event, EventType.FENCE_ENTERED, fence, event.time());
                stays.put(fence.id(), new Stay(entered, purposes));
                entries.add(entered);
            } else if (stay != null) {
                stay.heard = event.time();
                if (!inside.contains(fence.id()) && index.distanceMeters(fence, position) > fence.hysteresisMeters()) {
                    stays.remove(fence.id());
                    exits.add(derived(event, EventType.FENCE_EXITED, fence, event.time()));
                }
            }
        }
        exits.addAll(entries);
        return exits;
    }

    /** Takes in what a device says itself; gives the event as conditions see it, null if it changes nothing. */
    @Nullable
    Event report(Event event, Set<String> purposes) {
        Fence fence = index.byId(String.valueOf(event.fields().get("fence_id")));
        endSilently(event.time());
        Stay stay = stays.get(fence.id());
        Event seen = new Event(event.customer(), event.key(), event.type(), FenceIndex.fenceFields(fence));
        if (event.type().equals(EventType.FENCE_ENTERED)) {
            if (stay != null) {
                stay.heard = event.time();
                return null;
            }
            stays.put(fence.id(), new Stay(seen, purposes));
            return seen;
        }
        return stays.remove(fence.id()) == null ? null : seen;
    }

    /** The next instant at which a stay has lasted long enough; {@code Long.MAX_VALUE} if there is none. */
    long nextDwell() {
        long next = Long.MAX_VALUE;
        for (Map.Entry<String, Stay> entry : stays.entrySet()) {
            Stay stay = entry.getValue();
            long due = stay.entering.time() + index.byId(entry.getKey()).dwellMillis();
            if (!stay.dwelled && due - stay.heard <= timeoutMillis) {
                next = Math.min(next, due);
            }
        }
        return next;
    }

    /** The dwells of an instant, by fence id. */
    List<Dwell> dwells(long instant) {
        List<Dwell> dwells = new ArrayList<>();
        endSilently(instant);
        for (Map.Entry<String, Stay> entry : stays.entrySet()) {
            Stay stay = entry.getValue();
            Fence fence = index.byId(entry.getKey());
            if (!stay.dwelled && stay.entering.time() + fence.dwellMillis() == instant) {
                stay.dwelled = true;
                Event dwelled = derived(stay.entering, EventType.FENCE_DWELLED, fence, instant);
                dwells.add(new Dwell(dwelled, Set.copyOf(stay.purposes)));
            }
        }
        return dwells;
    }

    private void endSilently(long time) {
        stays.values().removeIf(stay -> time - stay.heard > timeoutMillis);
    }

    private static Event derived(Event cause, String type, Fence fence, long time) {
        String id = cause.id() + "/" + type + "/" + fence.id();
        OrderKey key = new OrderKey(time, OrderKey.RANK_EVENT, cause.key().sequence(), cause.source(), id);
        return new Event(cause.customer(), key, type, FenceIndex.fenceFields(fence));
    }

    private static Position positionOf(Event event) {
        return new Position(
                ((Number) event.fields().get("lat")).doubleValue(),
                ((Number) event.fields().get("lon")).doubleValue(),
                event.fields().get("accuracy") instanceof Number accuracy ? accuracy.doubleValue() : null);
    }
}
