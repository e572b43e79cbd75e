package dev.anlass.engine.match;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.place.FenceIndex;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Purpose;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A bundle, compiled for matching: what each type of event concerns, and what comes due. */
public final class MatchProgram {

    private final Bundle bundle;
    private final Settings settings;
    private final FenceIndex fences;
    private final Needs needs = new Needs();
    private final List<TriggerPlan> triggers = new ArrayList<>();
    private final Map<String, TriggerPlan> byName = new HashMap<>();
    private final Map<String, TypePlan> types = new HashMap<>();
    private final Schedules schedules;
    private final PlacePurposes placePurposes;
    private final Places places;
    private final boolean segmentsNeedMetrics;

    /** @param before the program that decides until this one does, or null */
    public MatchProgram(Bundle bundle, Settings settings, @Nullable MatchProgram before) {
        this.bundle = bundle;
        this.settings = settings;
        this.fences = FenceIndex.of(bundle.fences());
        this.segmentsNeedMetrics = Segmenting.needMetrics(bundle);
        for (Trigger trigger : new TreeMap<>(bundle.triggers()).values()) {
            List<Long> unchanged = Unchanged.since(trigger, bundle, before);
            TriggerPlan plan = new TriggerPlan(triggers.size(), trigger, bundle, needs, unchanged);
            triggers.add(plan);
            byName.put(trigger.name(), plan);
        }
        this.schedules = new Schedules(
                triggers.stream().filter(plan -> plan.trigger().every() != null).toList());
        planTypes();
        this.placePurposes = PlacePurposes.of(bundle);
        this.places = new Places(fences, settings.presenceTimeoutMillis());
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
        return byName.get(name);
    }

    TriggerPlan trigger(int number) {
        return triggers.get(number);
    }

    /** Every trigger, in order of the names. */
    public Iterable<TriggerPlan> triggers() {
        return triggers;
    }

    /** Whether without metrics everybody has the default type of every segment. */
    boolean segmentsNeedMetrics() {
        return segmentsNeedMetrics;
    }

    /** How many different permissions the rules need. */
    int needs() {
        return needs.size();
    }

    TypePlan type(String name) {
        return types.getOrDefault(name, TypePlan.NOTHING);
    }

    Schedules schedules() {
        return schedules;
    }

    /** The purposes of which some trigger or metric reads places. */
    PlacePurposes placePurposes() {
        return placePurposes;
    }

    /** What positions and reports say about its fences. */
    Places places() {
        return places;
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
        Uses uses = new Uses(remembered);
        return plan.preventive()
                || isUsed(plan, uses)
                || isAboutPlaces(event) && placePurposes.anyPermitted(uses::permittedPlacesOnArrival);
    }

    static boolean isAboutPlaces(Event event) {
        return event.type().equals(EventType.LOCATION_REPORTED) || EventType.isAboutFence(event.type());
    }

    private static boolean isUsed(TypePlan plan, Uses uses) {
        for (int i = 0; i < plan.groups().size(); i++) {
            if (uses.permittedOnArrival(plan.groups().get(i).need())) {
                return true;
            }
        }
        for (int i = 0; i < plan.metrics().size(); i++) {
            if (uses.permittedOnArrival(plan.metrics().get(i).need())) {
                return true;
            }
        }
        return false;
    }

    private void planTypes() {
        Map<String, List<TriggerPlan>> concerned = new HashMap<>();
        Set<String> overtaking = new HashSet<>();
        for (TriggerPlan plan : triggers) {
            for (String type : TypePlan.concerning(plan.trigger())) {
                concerned.computeIfAbsent(type, name -> new ArrayList<>()).add(plan);
            }
            plan.trigger().until().forEach(clause -> overtaking.add(clause.event()));
        }
        for (String type : bundle.catalogue().types().keySet()) {
            List<MetricPlan> metrics = metrics(type);
            List<TriggerPlan> plans = concerned.getOrDefault(type, List.of());
            boolean nothing = metrics.isEmpty() && plans.isEmpty() && !overtaking.contains(type);
            types.put(type, nothing ? TypePlan.NOTHING : TypePlan.of(type, metrics, plans, overtaking.contains(type)));
        }
    }

    private List<MetricPlan> metrics(String type) {
        List<MetricPlan> plans = new ArrayList<>();
        for (Metric metric : bundle.metrics().values()) {
            @Nullable Purpose purpose = bundle.purposes().get(metric.purpose());
            if (metric.event().equals(type) && purpose != null) {
                plans.add(new MetricPlan(metric, needs.of(purpose, metric.categories())));
            }
        }
        return plans;
    }
}
