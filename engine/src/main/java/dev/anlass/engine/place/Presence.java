package dev.anlass.engine.place;

import dev.anlass.engine.event.OrderKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which fences one customer is in: an immutable value; what changes nothing gives back the same object.
 *
 * <p>A stay begins with a position inside the fence or with a report of the device, and ends with a position farther out
 * than the hysteresis, with a report, or in silence, when nothing was said about it for longer than the timeout. A
 * position less accurate than the fence asks for says nothing about it.
 *
 * @param stays in the order of their fence ids, one for each fence
 */
public record Presence(List<Stay> stays) {

    /** Stays of one customer; beyond it the oldest give way. */
    public static final int MAX_STAYS = 64;

    private static final Comparator<String> UTF8 = OrderKey::compareUtf8;
    private static final Comparator<Stay> BY_FENCE = Comparator.comparing(Stay::fenceId, UTF8);
    private static final Comparator<Stay> OLDEST_FIRST =
            Comparator.comparingLong(Stay::enteredAt).thenComparing(BY_FENCE);

    public static final Presence NONE = new Presence(List.of());

    /**
     * What one sighting does.
     *
     * @param exited in the order of their ids; they come before the entries
     * @param entered in the order of their ids
     * @param gaveWay how many stays were forgotten because there were more than {@link #MAX_STAYS}
     */
    public record Change(Presence after, List<Fence> exited, List<Fence> entered, int gaveWay) {
        public Change {
            exited = List.copyOf(exited);
            entered = List.copyOf(entered);
        }
    }

    /** Refuses stays that are out of order. */
    public Presence {
        stays = List.copyOf(stays);
        for (int i = 1; i < stays.size(); i++) {
            if (BY_FENCE.compare(stays.get(i - 1), stays.get(i)) >= 0) {
                throw new IllegalArgumentException("stays must be in the order of their fence ids");
            }
        }
    }

    public boolean isEmpty() {
        return stays.isEmpty();
    }

    public @Nullable Stay stay(String fenceId) {
        for (Stay stay : stays) {
            if (stay.fenceId().equals(fenceId)) {
                return stay;
            }
        }
        return null;
    }

    /** A position was reported. */
    public Change observe(FenceIndex index, Position position, Sighting sighting, long timeoutMillis) {
        List<Fence> around = index.containing(position);
        if (stays.isEmpty() && around.isEmpty()) {
            return new Change(this, List.of(), List.of(), 0);
        }
        List<Stay> after = new ArrayList<>();
        List<Fence> exited = new ArrayList<>();
        for (Stay stay : withoutOver(sighting.time(), timeoutMillis).stays) {
            Fence fence = index.byId(stay.fenceId());
            if (fence == null || !saysSomethingAbout(fence, position)) {
                after.add(stay);
            } else if (index.distanceMeters(fence, position) > fence.hysteresisMeters()) {
                exited.add(fence);
            } else {
                after.add(stay.saidAt(sighting.time()));
            }
        }
        List<Fence> entered = new ArrayList<>();
        for (Fence fence : around) {
            if (saysSomethingAbout(fence, position) && !isAmong(after, fence)) {
                entered.add(fence);
                after.add(Stay.derived(fence, sighting));
            }
        }
        return change(after, exited, entered);
    }

    /** A device reported that the customer entered a fence. */
    public Change reportedEntering(Fence fence, Sighting sighting, long timeoutMillis) {
        Presence before = withoutOver(sighting.time(), timeoutMillis);
        if (before.stay(fence.id()) != null) {
            return change(before.refreshed(fence, sighting.time()).stays, List.of(), List.of());
        }
        List<Stay> after = new ArrayList<>(before.stays);
        after.add(Stay.reported(fence, sighting));
        return change(after, List.of(), List.of(fence));
    }

    /** A device reported that the customer left a fence. */
    public Change reportedLeaving(Fence fence, Sighting sighting, long timeoutMillis) {
        Presence before = withoutOver(sighting.time(), timeoutMillis);
        List<Fence> exited = before.stay(fence.id()) == null ? List.of() : List.of(fence);
        return change(before.retainFences(stay -> !stay.fenceId().equals(fence.id())).stays, exited, List.of());
    }

    /** When the next dwell is due as far as is known; {@link Long#MAX_VALUE} if none is. */
    public long nextDue(FenceIndex index, long timeoutMillis) {
        long next = Long.MAX_VALUE;
        for (Stay stay : stays) {
            Fence fence = index.byId(stay.fenceId());
            if (fence != null && stay.expectsDwell(fence, timeoutMillis)) {
                next = Math.min(next, stay.dwellDue(fence));
            }
        }
        return next;
    }

    /** The stays whose dwell is due at a time or was before and is not done, in the order of their fence ids. */
    public List<Stay> dwellsDueAt(FenceIndex index, long time, long timeoutMillis) {
        List<Stay> due = new ArrayList<>();
        for (Stay stay : stays) {
            Fence fence = index.byId(stay.fenceId());
            if (fence != null && stay.expectsDwell(fence, timeoutMillis) && stay.dwellDue(fence) <= time) {
                due.add(stay);
            }
        }
        return due;
    }

    public Presence withDwellDone(String fenceId) {
        return map(stay -> stay.fenceId().equals(fenceId) ? stay.withDwellDone() : stay);
    }

    /** Each stay keeps only the purposes that the test accepts. */
    public Presence retainPurposes(Predicate<String> permitted) {
        return map(stay -> stay.retainPurposes(permitted));
    }

    /** Stays that the test refuses end silently. */
    public Presence retainFences(Predicate<Stay> kept) {
        List<Stay> remaining = new ArrayList<>(stays.size());
        for (Stay stay : stays) {
            if (kept.test(stay)) {
                remaining.add(stay);
            }
        }
        return remaining.size() == stays.size() ? this : of(remaining);
    }

    public Presence cleared() {
        return NONE;
    }

    private Presence withoutOver(long time, long timeoutMillis) {
        return retainFences(stay -> !stay.isOver(time, timeoutMillis));
    }

    private Presence refreshed(Fence fence, long time) {
        return map(stay -> stay.fenceId().equals(fence.id()) ? stay.saidAt(time) : stay);
    }

    private Presence map(UnaryOperator<Stay> mapping) {
        List<Stay> mapped = new ArrayList<>(stays.size());
        boolean changed = false;
        for (Stay stay : stays) {
            Stay next = mapping.apply(stay);
            mapped.add(next);
            changed |= !next.equals(stay);
        }
        return changed ? of(mapped) : this;
    }

    private Change change(List<Stay> after, List<Fence> exited, List<Fence> entered) {
        List<Stay> kept = new ArrayList<>(after);
        int gaveWay = Math.max(0, kept.size() - MAX_STAYS);
        if (gaveWay > 0) {
            kept.sort(OLDEST_FIRST);
            kept = kept.subList(gaveWay, kept.size());
        }
        kept.sort(BY_FENCE);
        return new Change(kept.equals(stays) ? this : of(kept), exited, entered, gaveWay);
    }

    private static Presence of(List<Stay> stays) {
        return stays.isEmpty() ? NONE : new Presence(stays);
    }

    private static boolean saysSomethingAbout(Fence fence, Position position) {
        Double accuracy = position.accuracyMeters();
        return accuracy == null || accuracy <= fence.maxAccuracyMeters();
    }

    private static boolean isAmong(List<Stay> stays, Fence fence) {
        for (Stay stay : stays) {
            if (stay.fenceId().equals(fence.id())) {
                return true;
            }
        }
        return false;
    }
}
