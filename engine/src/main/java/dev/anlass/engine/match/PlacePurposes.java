package dev.anlass.engine.match;

import dev.anlass.engine.event.EventType;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Metric;
import dev.anlass.engine.rule.Purpose;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The purposes of which some trigger or metric of a bundle reads places. */
final class PlacePurposes {

    private static final Set<String> FENCE_TYPES =
            Set.of(EventType.FENCE_ENTERED, EventType.FENCE_EXITED, EventType.FENCE_DWELLED);

    private final Set<String> names;
    private final List<Purpose> known;
    private final Set<String> namesOfKnown;

    private PlacePurposes(Set<String> names, List<Purpose> known) {
        this.names = Set.copyOf(names);
        this.known = List.copyOf(known);
        this.namesOfKnown = inOrder(known.stream().map(Purpose::name).toList());
    }

    static PlacePurposes of(Bundle bundle) {
        Set<String> names = new TreeSet<>();
        for (Trigger trigger : bundle.triggers().values()) {
            if (FENCE_TYPES.stream().anyMatch(type -> names(trigger, type))) {
                names.add(trigger.purpose());
            }
        }
        for (Metric metric : bundle.metrics().values()) {
            if (FENCE_TYPES.contains(metric.event())) {
                names.add(metric.purpose());
            }
        }
        List<Purpose> known = new ArrayList<>();
        for (String name : names) {
            Purpose purpose = bundle.purposes().get(name);
            if (purpose != null) {
                known.add(purpose);
            }
        }
        return new PlacePurposes(names, known);
    }

    private static boolean names(Trigger trigger, String type) {
        return TypePlan.concerning(trigger).contains(type) || TypePlan.names(trigger.until(), type);
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    boolean contains(String purpose) {
        return names.contains(purpose);
    }

    boolean anyPermitted(Predicate<Purpose> permitted) {
        for (int i = 0; i < known.size(); i++) {
            if (permitted.test(known.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The names of those that the test accepts; nothing is made anew if it accepts all or none. */
    Set<String> permitted(Predicate<Purpose> permitted) {
        int count = 0;
        for (int i = 0; i < known.size(); i++) {
            count += permitted.test(known.get(i)) ? 1 : 0;
        }
        if (count == 0) {
            return Set.of();
        }
        return count == known.size() ? namesOfKnown : some(permitted);
    }

    private Set<String> some(Predicate<Purpose> permitted) {
        return inOrder(known.stream().filter(permitted).map(Purpose::name).toList());
    }

    private static Set<String> inOrder(List<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
