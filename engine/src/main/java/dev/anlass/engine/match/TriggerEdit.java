package dev.anlass.engine.match;

import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.match.TriggerChains.FirstCount;
import java.util.ArrayList;
import java.util.List;

/** A trigger as the next bundle has it beside the same trigger before: which of its open chains live on. */
final class TriggerEdit {

    private final TriggerPlan next;
    private final TriggerPlan before;
    private final Consents consents;
    private final long now;
    private final boolean needsMore;

    /** @param now effective time of the next bundle */
    TriggerEdit(TriggerPlan next, TriggerPlan before, Consents consents, long now) {
        this.next = next;
        this.before = before;
        this.consents = consents;
        this.now = now;
        this.needsMore = needsMore(next, before);
    }

    /** Whether the trigger needs permission from then on that it did not need before. */
    static boolean needsMore(TriggerPlan next, TriggerPlan before) {
        return !next.purpose().equals(before.purpose())
                || !before.trigger().categories().containsAll(next.trigger().categories());
    }

    /** Whether a chain with so many bound events has a place in the trigger and is not complete by the edit alone. */
    static boolean mayLiveOn(int level, TriggerPlan next, TriggerPlan before) {
        boolean waited = level == before.steps();
        return level < next.steps() || level == next.steps() && waited && next.waits();
    }

    TriggerChains carriedOver(TriggerChains open) {
        List<Chain> kept = new ArrayList<>();
        for (Chain chain : open.chains()) {
            if (Windows.isAlive(before, chain, now)
                    && livesOn(chain)
                    && wasPermittedSince(chain.first().time())) {
                kept.add(isChanged(chain.level()) ? chain.counting(List.of()) : chain);
            }
        }
        List<FirstCount> counts = open.counts().stream()
                .filter(count -> wasPermittedSince(count.times().get(0)))
                .toList();
        return new TriggerChains(kept, isChanged(0) ? List.of() : counts);
    }

    private boolean isChanged(int step) {
        return step >= next.steps() || next.unchangedSince().get(step) == now;
    }

    private boolean livesOn(Chain chain) {
        return mayLiveOn(chain.level(), next, before) && next.unchangedSince().get(chain.level() - 1) <= chain.since();
    }

    /** Whether what the trigger needs from now on was permitted for all events since a time, as far as is known. */
    private boolean wasPermittedSince(long time) {
        return !needsMore || consents.heldSince(next.purpose(), next.trigger().categories(), time, now);
    }
}
