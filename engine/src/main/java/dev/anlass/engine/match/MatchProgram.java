package dev.anlass.engine.match;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.place.FenceIndex;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Clause;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rule.Step;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A bundle, compiled for matching: what each type of event concerns, and what comes due. */
public final class MatchProgram {

    private static final Set<String> FENCE_TYPES =
            Set.of(EventType.FENCE_ENTERED, EventType.FENCE_EXITED, EventType.FENCE_DWELLED);

    private final Bundle bundle;
    private final Settings settings;
    private final FenceIndex fences;
    private final Map<String, TriggerPlan> triggers = new TreeMap<>();
    private final Map<String, TypePlan> types = new HashMap<>();
    private final List<TriggerPlan> schedules = new ArrayList<>();
    private final Set<String> placePurposes = new TreeSet<>();

    /** @param before the program that decides until this one does, or null */
    public MatchProgram(Bundle bundle, Settings settings, @Nullable MatchProgram before) {
        this.bundle = bundle;
        this.settings = settings;
        this.fences = FenceIndex.of(bundle.fences());
        for (Trigger trigger : bundle.triggers().values()) {
            TriggerPlan plan = new TriggerPlan(trigger, bundle, Unchanged.since(trigger, bundle, before));
            triggers.put(trigger.name(), plan);
            if (trigger.every() != null) {
                schedules.add(plan);
            }
        }
        bundle.catalogue().types().keySet().forEach(type -> types.put(type, planFor(type)));
        findPlacePurposes();
    }

    public Bundle bundle() {
        return bundle;
    }

    public Settings settings() {
        return settings;
    }

    public FenceIndex fences() {
        return fences;
    }

    public @Nullable TriggerPlan trigger(String name) {
        return triggers.get(name);
    }

    /** Every trigger, in order of the names. */
    public Iterable<TriggerPlan> triggers() {
        return triggers.values();
    }

    TypePlan type(String name) {
        return types.getOrDefault(name, TypePlan.NOTHING);
    }

    List<TriggerPlan> schedules() {
        return schedules;
    }

    /** The purposes of which some trigger or metric reads places. */
    Set<String> placePurposes() {
        return placePurposes;
    }

    /** Whether some rule reads events of this type, so that they move the clock and are remembered. */
    public boolean reads(String type) {
        if (EventType.isAboutCustomer(type)) {
            return true;
        }
        boolean aboutPlaces = type.equals(EventType.LOCATION_REPORTED) || EventType.isAboutFence(type);
        return type(type) != TypePlan.NOTHING || aboutPlaces && !placePurposes.isEmpty();
    }

    /** Whether anything of the event may be kept, given what was permitted when it arrived. */
    public boolean mayKeep(Remembered remembered) {
        Event event = remembered.event();
        if (EventType.isAboutCustomer(event.type())) {
            return true;
        }
        TypePlan plan = type(event.type());
        Uses uses = new Uses(bundle, remembered);
        return plan.preventive()
                || plan.triggers().stream().anyMatch(trigger -> uses.permittedOnArrival(trigger))
                || plan.metrics().stream().anyMatch(uses::permittedOnArrival)
                || isAboutPlaces(event)
                        && !uses.placePurposesOnArrival(placePurposes).isEmpty();
    }

    static boolean isAboutPlaces(Event event) {
        return event.type().equals(EventType.LOCATION_REPORTED) || EventType.isAboutFence(event.type());
    }

    private TypePlan planFor(String type) {
        List<Metric> metrics = bundle.metrics().values().stream()
                .filter(metric -> metric.event().equals(type))
                .toList();
        List<TriggerPlan> concerned = triggers.values().stream()
                .filter(plan -> plan.trigger().steps().stream()
                                .anyMatch(step -> step.event().equals(type))
                        || names(plan.trigger().unless(), type))
                .toList();
        boolean overtaking =
                triggers.values().stream().anyMatch(plan -> names(plan.trigger().until(), type));
        boolean preventive = overtaking
                || triggers.values().stream()
                        .anyMatch(plan -> names(plan.trigger().unless(), type));
        boolean nothing = metrics.isEmpty() && concerned.isEmpty() && !overtaking;
        return nothing ? TypePlan.NOTHING : new TypePlan(metrics, concerned, overtaking, preventive);
    }

    private static boolean names(List<Clause> clauses, String type) {
        return clauses.stream().anyMatch(clause -> clause.event().equals(type));
    }

    private static boolean names(Trigger trigger, String type) {
        return trigger.steps().stream().map(Step::event).anyMatch(type::equals)
                || names(trigger.unless(), type)
                || names(trigger.until(), type);
    }

    private void findPlacePurposes() {
        for (Trigger trigger : bundle.triggers().values()) {
            if (FENCE_TYPES.stream().anyMatch(type -> names(trigger, type))) {
                placePurposes.add(trigger.purpose());
            }
        }
        for (Metric metric : bundle.metrics().values()) {
            if (FENCE_TYPES.contains(metric.event())) {
                placePurposes.add(metric.purpose());
            }
        }
    }
}
