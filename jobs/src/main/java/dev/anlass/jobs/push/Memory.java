package dev.anlass.jobs.push;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The actions of a customer of which nothing more becomes, until a day after their expiry. */
final class Memory {

    /** How many there are at most; the one that expires first gives way. */
    static final int MAX_KNOWN = 512;

    private final Map<String, Known> known = new LinkedHashMap<>();
    private int gaveWay;

    /** As it was kept. */
    Memory(Collection<Known> known) {
        known.forEach(one -> this.known.put(one.actionId(), one));
    }

    Collection<Known> all() {
        return known.values();
    }

    List<Known> copy() {
        return List.copyOf(known.values());
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    /** How often one gave way. */
    int gaveWay() {
        return gaveWay;
    }

    @Nullable
    Known of(String actionId) {
        return known.get(actionId);
    }

    void keep(Known one) {
        known.put(one.actionId(), one);
        if (known.size() > MAX_KNOWN) {
            known.remove(Collections.min(known.values(), Comparator.comparingLong(Known::expiresAt))
                    .actionId());
            gaveWay++;
        }
    }

    /** With where somebody may see this revision, or an earlier one that was not taken back. */
    void keep(Dispatch dispatch) {
        Set<String> seen = new TreeSet<>(dispatch.mayReach());
        Known before = known.get(dispatch.message().actionId());
        if (before != null) {
            seen.addAll(before.reached());
        }
        keep(Known.of(dispatch, seen));
    }

    /** The events say that an action reached somebody. */
    void delivered(Known remembered) {
        Known before = known.get(remembered.actionId());
        if (before == null || before.revision() < remembered.revision()) {
            keep(remembered);
        } else if (before.revision() == remembered.revision()) {
            keep(before.with(remembered.reached()));
        }
    }

    /** The events say that an action was given up. */
    void failed(Known remembered) {
        Known before = known.get(remembered.actionId());
        if (before == null || before.revision() <= remembered.revision()) {
            keep(before == null ? remembered : remembered.with(before.reached()));
        }
    }

    /** It was taken back there. */
    void takenBack(String actionId, String target) {
        known.computeIfPresent(actionId, (id, shown) -> shown.without(target));
    }

    /** @param now milliseconds since 1970 */
    void forget(long now) {
        known.values().removeIf(one -> one.isForgotten(now));
    }

    void clear() {
        known.clear();
    }
}
