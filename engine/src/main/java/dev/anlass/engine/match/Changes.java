package dev.anlass.engine.match;

import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Happening.Ending;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Segment;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Tells, to those who ask why, what differs between the facts before and after something. */
final class Changes {

    private final FoldListener listener;
    private final OrderKey place;

    Changes(FoldListener listener, OrderKey place) {
        this.listener = listener;
        this.place = place;
    }

    /** Chains of a trigger, key and level that are no longer there. */
    void ended(OpenChains before, OpenChains after, BiFunction<String, Chain, Ending> why) {
        if (before == after) {
            return;
        }
        before.byTrigger().forEach((trigger, open) -> {
            for (Chain chain : open.chains()) {
                boolean isThere = after.of(trigger).chains().stream()
                        .anyMatch(other ->
                                other.level() == chain.level() && other.key().equals(chain.key()));
                if (!isThere) {
                    listener.happened(place, new Happening.Ended(trigger, chain, why.apply(trigger, chain), 0));
                }
            }
        });
    }

    /** Metrics and segments. */
    void of(Facts before, Facts after, Bundle bundle) {
        for (Metric metric : bundle.metrics().values()) {
            if (before.metrics().byName().get(metric.name())
                    != after.metrics().byName().get(metric.name())) {
                tell(metric, before, after);
            }
        }
        for (Segment segment : bundle.segments().values()) {
            String type = after.segments().type(segment);
            String typeBefore = before.segments().type(segment);
            if (!type.equals(typeBefore)) {
                listener.happened(place, new Happening.SegmentChanged(segment.name(), typeBefore, type));
            }
        }
    }

    private void tell(Metric metric, Facts before, Facts after) {
        @Nullable Object was = before.metrics().value(metric, place.time());
        @Nullable Object is = after.metrics().value(metric, place.time());
        listener.happened(place, new Happening.MetricChanged(metric.name(), was, is));
    }

    /** Stays that are over, by an exit or in silence. */
    void staysEnded(Facts before, Facts after) {
        Set<String> gone = new TreeSet<>();
        before.presence().stays().forEach(stay -> gone.add(stay.fenceId()));
        after.presence().stays().forEach(stay -> gone.remove(stay.fenceId()));
        gone.forEach(fence -> listener.happened(place, new Happening.StayEnded(fence)));
    }
}
