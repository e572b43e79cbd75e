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
        this.needsMore = !next.purpose().equals(before.purpose())
                || !before.trigger().categories().containsAll(next.trigger().categories());
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

    /** Unchanged up to its level, and not complete by the edit alone. */
    private boolean livesOn(Chain chain) {
        if (chain.level() > next.steps() || next.unchangedSince().get(chain.level() - 1) > chain.since()) {
            return false;
        }
        boolean waited = chain.level() == before.steps();
        boolean complete = chain.level() == next.steps();
        return !complete || waited && next.waits();
    }

    /** Whether what the trigger needs from now on was permitted for all events since a time, as far as is known. */
    private boolean wasPermittedSince(long time) {
        return !needsMore || consents.heldSince(next.purpose(), next.trigger().categories(), time, now);
    }
}
