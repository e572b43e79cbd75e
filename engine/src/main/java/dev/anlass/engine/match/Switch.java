package dev.anlass.engine.match;

import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Happening.Ending;
import dev.anlass.engine.place.Fence;
import dev.anlass.engine.rule.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries the facts over from one bundle to the next: what is unchanged and still permitted lives on. */
final class Switch {

    private Switch() {}

    static void to(MatchProgram next, MatchProgram before, Working facts, FoldListener listener) {
        long now = next.bundle().effectiveFrom();
        OpenChains open = facts.chains;
        carryOver(next, before, facts, now);
        if (listener.isAttentive()) {
            listener.happened(
                    OrderKey.before(now), new Happening.Switched(next.bundle().number()));
            new Changes(listener, OrderKey.before(now))
                    .ended(open, facts.chains, (trigger, chain) -> ending(before, trigger, chain, now));
        }
        Forgetting.whatIsNotPermitted(next, facts, now, OrderKey.before(now), listener);
    }

    private static Ending ending(MatchProgram before, String trigger, Chain chain, long now) {
        TriggerPlan plan = before.trigger(trigger);
        return plan != null && !Windows.isAlive(plan, chain, now) ? Ending.WINDOW : Ending.BUNDLE;
    }

    private static void carryOver(MatchProgram next, MatchProgram before, Working facts, long now) {
        for (String trigger : List.copyOf(facts.chains.byTrigger().keySet())) {
            TriggerPlan plan = next.trigger(trigger);
            TriggerPlan old = before.trigger(trigger);
            TriggerChains open = facts.chains.of(trigger);
            TriggerChains kept = plan == null || old == null
                    ? TriggerChains.NONE
                    : new TriggerEdit(plan, old, facts.consents, now).carriedOver(open);
            facts.chains = facts.chains.with(trigger, kept);
        }
        facts.metrics = facts.metrics.retain(name -> isKept(name, before, next));
        facts.segments = facts.segments.retain(next.bundle().segments()::containsKey);
        facts.presence = facts.presence
                .retainPurposes(next.placePurposes()::contains)
                .retainFences(stay -> {
                    @Nullable Fence fence = next.fences().byId(stay.fenceId());
                    return fence != null && fence.equals(before.fences().byId(stay.fenceId()));
                });
    }

    /** Whether what was counted for a metric is kept. */
    static boolean isKept(String metric, MatchProgram before, MatchProgram next) {
        return isSame(
                before.bundle().metrics().get(metric), next.bundle().metrics().get(metric));
    }

    private static boolean isSame(@Nullable Metric a, @Nullable Metric b) {
        if (a == null || b == null) {
            return false;
        }
        return a.event().equals(b.event())
                && a.purpose().equals(b.purpose())
                && a.categories().equals(b.categories())
                && a.aggregate() == b.aggregate()
                && a.overMillis() == b.overMillis()
                && a.bucketMillis() == b.bucketMillis()
                && Unchanged.text(a.value()).equals(Unchanged.text(b.value()))
                && Unchanged.text(a.where()).equals(Unchanged.text(b.where()));
    }
}
