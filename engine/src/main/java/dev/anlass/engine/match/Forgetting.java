package dev.anlass.engine.match;

import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Happening.Ending;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Purpose;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes from the facts what is no longer permitted. */
final class Forgetting {

    private static final Set<String> LOCATION = Set.of(EventType.LOCATION);

    private Forgetting() {}

    /** @param place where it happens, for those who ask why */
    static void whatIsNotPermitted(
            MatchProgram program, Working facts, long time, OrderKey place, FoldListener listener) {
        Bundle bundle = program.bundle();
        OpenChains before = facts.chains;
        facts.chains = facts.chains.retain(trigger -> isTriggerPermitted(program, facts, trigger, time));
        if (listener.isAttentive()) {
            new Changes(listener, place).ended(before, facts.chains, (trigger, chain) -> Ending.PERMISSION);
        }
        if (facts.watches.stream().anyMatch(watch -> !isPermitted(bundle, facts, watch, time))) {
            facts.watches = facts.watches.stream()
                    .filter(watch -> isPermitted(bundle, facts, watch, time))
                    .toList();
        }
        facts.metrics = facts.metrics.retain(name -> {
            @Nullable Metric metric = bundle.metrics().get(name);
            return metric != null && isPermitted(bundle, facts, metric.purpose(), metric.categories(), time);
        });
        facts.presence = facts.presence
                .retainPurposes(purpose -> isPermitted(bundle, facts, purpose, LOCATION, time))
                .retainFences(stay -> !stay.purposes().isEmpty());
    }

    private static boolean isTriggerPermitted(MatchProgram program, Working facts, String trigger, long time) {
        @Nullable TriggerPlan plan = program.trigger(trigger);
        return plan != null
                && facts.consents
                        .permission(plan.purpose(), plan.trigger().categories(), null, time)
                        .isGranted();
    }

    private static boolean isPermitted(Bundle bundle, Working facts, Watch watch, long time) {
        return isPermitted(bundle, facts, watch.purpose(), watch.categories(), time);
    }

    private static boolean isPermitted(Bundle bundle, Working facts, String name, Set<String> categories, long time) {
        @Nullable Purpose purpose = bundle.purposes().get(name);
        return purpose != null
                && facts.consents.permission(purpose, categories, null, time).isGranted();
    }
}
