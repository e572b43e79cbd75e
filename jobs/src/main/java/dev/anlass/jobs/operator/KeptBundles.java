package dev.anlass.jobs.operator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The published bundles that are decided by, in the order of their effective times.
 *
 * <p>Of two bundles with one effective time the later published replaces the other. A customer who has been idle since an
 * older bundle meets all that follow it, one after the other; so the older ones stay, up to a number.
 */
final class KeptBundles {

    /** How many bundles a subtask keeps compiled; the one that decides from the earliest time gives way. */
    static final int MAX_BUNDLES = 64;

    private final List<PublishedBundle> kept = new ArrayList<>();

    /** Takes in a bundle that was published after all others. */
    void add(PublishedBundle bundle) {
        kept.removeIf(other -> other.effectiveFrom() == bundle.effectiveFrom());
        kept.add(bundle);
        kept.sort(Comparator.comparingLong(PublishedBundle::effectiveFrom));
        if (kept.size() > MAX_BUNDLES) {
            kept.remove(0);
        }
    }

    List<PublishedBundle> all() {
        return List.copyOf(kept);
    }
}
