package dev.anlass.jobs.demo.phones;

import java.util.ArrayList;
import java.util.List;

/** What arrived at one provider, and how its requests ended. */
final class Arrivals {

    private static final int MOST_KEPT = 2_000_000;

    private final List<Arrived> kept = new ArrayList<>();
    private Counts counts = Counts.NONE;

    synchronized void add(Arrived arrived) {
        if (kept.size() < MOST_KEPT) {
            kept.add(arrived);
        }
        counts = counts.oneAccepted(arrived.answered());
    }

    synchronized long request() {
        counts = counts.oneRequest();
        return counts.requests() - 1;
    }

    synchronized void failed() {
        counts = counts.oneFailed();
    }

    synchronized void refused() {
        counts = counts.oneRefused();
    }

    synchronized void silent() {
        counts = counts.oneSilentBefore();
    }

    synchronized Counts counts() {
        return counts;
    }

    synchronized List<Arrived> all() {
        return List.copyOf(kept);
    }
}
