package dev.anlass.engine.rule;

import dev.anlass.engine.event.Catalogue;
import dev.anlass.engine.place.Fence;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An immutable set of rules that is deployed as one.
 *
 * @param number names it in every decision
 * @param effectiveFrom event time in milliseconds from which it decides
 * @param constants values as in {@code Scope}
 * @param triggers without drafts
 */
public record Bundle(
        String number,
        long effectiveFrom,
        Catalogue catalogue,
        Map<String, Purpose> purposes,
        Map<String, Channel> channels,
        Map<String, Object> constants,
        Map<String, Metric> metrics,
        Map<String, Segment> segments,
        Map<String, Policy> policies,
        List<Fence> fences,
        Map<String, Trigger> triggers) {

    public Bundle {
        purposes = sorted(purposes);
        channels = sorted(channels);
        constants = sorted(constants);
        metrics = sorted(metrics);
        segments = sorted(segments);
        policies = sorted(policies);
        fences = List.copyOf(fences);
        triggers = sorted(triggers);
    }

    public Bundle withEffectiveFrom(long time) {
        return new Bundle(
                number, time, catalogue, purposes, channels, constants, metrics, segments, policies, fences, triggers);
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
