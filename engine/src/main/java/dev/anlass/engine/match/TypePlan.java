package dev.anlass.engine.match;

import dev.anlass.engine.event.Fields;
import dev.anlass.engine.rule.Clause;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event type concerns.
 *
 * @param metrics the metrics that aggregate it
 * @param triggers the triggers that name it in a step or an {@code unless}, in order of their names
 * @param members the same, to ask whether one is among them
 * @param starts finds those of them that an event can start
 * @param groups the same triggers by the permission that they need
 * @param overtaking whether an {@code until} names it
 * @param preventive whether an {@code unless} or {@code until} names it, so that it is needed without permission
 */
record TypePlan(
        List<MetricPlan> metrics,
        List<TriggerPlan> triggers,
        Set<TriggerPlan> members,
        StartIndex starts,
        List<NeedGroup> groups,
        boolean overtaking,
        boolean preventive) {

    static final TypePlan NOTHING = of("", List.of(), List.of(), false);

    static TypePlan of(String type, List<MetricPlan> metrics, List<TriggerPlan> triggers, boolean overtaking) {
        boolean preventive = overtaking
                || triggers.stream().anyMatch(plan -> names(plan.trigger().unless(), type));
        return new TypePlan(
                List.copyOf(metrics),
                List.copyOf(triggers),
                Set.copyOf(triggers),
                StartIndex.of(triggers.stream()
                        .filter(plan -> plan.steps() > 0
                                && plan.trigger().steps().get(0).event().equals(type))
                        .toList()),
                groups(type, triggers),
                overtaking,
                preventive);
    }

    /** The types that a trigger names in a step or an {@code unless}. */
    static Set<String> concerning(Trigger trigger) {
        Set<String> types = new HashSet<>();
        trigger.steps().forEach(step -> types.add(step.event()));
        trigger.unless().forEach(clause -> types.add(clause.event()));
        return types;
    }

    static boolean names(List<Clause> clauses, String type) {
        for (Clause clause : clauses) {
            if (clause.event().equals(type)) {
                return true;
            }
        }
        return false;
    }

    static boolean hasStep(Trigger trigger, String type) {
        return trigger.steps().stream().anyMatch(step -> step.event().equals(type));
    }

    private static List<NeedGroup> groups(String type, List<TriggerPlan> triggers) {
        Map<Need, List<String>> names = new LinkedHashMap<>();
        for (TriggerPlan plan : triggers) {
            List<String> group = names.computeIfAbsent(plan.need(), need -> new ArrayList<>());
            if (hasStep(plan.trigger(), type)) {
                group.add(plan.trigger().name());
            }
        }
        return names.entrySet().stream()
                .map(entry -> new NeedGroup(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /**
     * Those that the event can start, and those of which something is open that it can change.
     *
     * @param event null if none may use it
     */
    Visits visits(@Nullable Fields event, OpenChains open, MatchProgram program) {
        Visits visits = new Visits();
        if (event != null) {
            starts.visit(event, visits);
        }
        for (int i = 0; i < open.byTrigger().size(); i++) {
            TriggerPlan plan = program.trigger(open.byTrigger().nameAt(i));
            if (plan != null && members.contains(plan)) {
                visits.goOn(plan);
            }
        }
        visits.sort();
        return visits;
    }

    /** Every trigger that it concerns, for those who ask why nothing came of it. */
    Visits all() {
        Visits visits = new Visits();
        visits.start(triggers);
        return visits;
    }
}
