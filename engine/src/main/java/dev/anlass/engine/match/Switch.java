package dev.anlass.engine.match;

import dev.anlass.engine.place.Fence;
import dev.anlass.engine.rule.Metric;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries the facts over from one bundle to the next: what is unchanged lives on. */
final class Switch {

    private Switch() {}

    static void to(MatchProgram next, MatchProgram before, Working facts) {
        for (String trigger : List.copyOf(facts.chains.byTrigger().keySet())) {
            TriggerChains open = facts.chains.of(trigger);
            facts.chains =
                    facts.chains.with(trigger, carried(next.trigger(trigger), before.trigger(trigger), open, next));
        }
        facts.metrics = facts.metrics.retain(name -> isSame(
                before.bundle().metrics().get(name), next.bundle().metrics().get(name)));
        facts.segments = facts.segments.retain(next.bundle().segments()::containsKey);
        facts.presence = facts.presence.retainFences(stay -> {
            @Nullable Fence fence = next.fences().byId(stay.fenceId());
            return fence != null && fence.equals(before.fences().byId(stay.fenceId()));
        });
    }

    private static TriggerChains carried(
            @Nullable TriggerPlan next, @Nullable TriggerPlan before, TriggerChains open, MatchProgram program) {
        boolean needsMore = next == null
                || before == null
                || !next.trigger().purpose().equals(before.trigger().purpose())
                || !before.trigger().categories().containsAll(next.trigger().categories());
        if (needsMore || next == null || before == null) {
            return TriggerChains.NONE;
        }
        long now = program.bundle().effectiveFrom();
        List<Chain> kept = new ArrayList<>();
        for (Chain chain : open.chains()) {
            if (livesOn(chain, next, before)) {
                boolean nextChanged =
                        chain.level() < next.steps() && next.unchangedSince().get(chain.level()) == now;
                kept.add(nextChanged ? chain.counting(List.of()) : chain);
            }
        }
        boolean firstChanged = next.steps() == 0 || next.unchangedSince().get(0) == now;
        return new TriggerChains(kept, firstChanged ? List.of() : open.counts());
    }

    /** Unchanged up to its level, and not complete by the edit alone. */
    private static boolean livesOn(Chain chain, TriggerPlan next, TriggerPlan before) {
        if (chain.level() > next.steps() || next.unchangedSince().get(chain.level() - 1) > chain.since()) {
            return false;
        }
        boolean waited = chain.level() == before.steps();
        boolean complete = chain.level() == next.steps();
        return !complete || waited && next.waits();
    }

    private static boolean isSame(@Nullable Metric a, @Nullable Metric b) {
        if (a == null || b == null) {
            return false;
        }
        return a.event().equals(b.event())
                && a.purpose().equals(b.purpose())
                && a.aggregate() == b.aggregate()
                && a.overMillis() == b.overMillis()
                && a.bucketMillis() == b.bucketMillis()
                && Unchanged.text(a.value()).equals(Unchanged.text(b.value()))
                && Unchanged.text(a.where()).equals(Unchanged.text(b.where()));
    }
}
