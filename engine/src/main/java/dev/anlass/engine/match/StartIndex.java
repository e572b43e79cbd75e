package dev.anlass.engine.match;

import dev.anlass.engine.event.Fields;
import dev.anlass.engine.expression.Expression;
import dev.anlass.engine.expression.FieldTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which triggers an event of one type can start: those whose first condition asks for the text that one of its fields
 * has, and those that ask for none.
 *
 * <p>Each trigger is found by one of its tests, the one whose field tells most triggers apart. Where the field is missing
 * the condition is unknown and not false, so all that ask for it are found.
 */
final class StartIndex {

    private final List<TriggerPlan> untested;
    private final List<ByField> byField;

    private StartIndex(List<TriggerPlan> untested, List<ByField> byField) {
        this.untested = untested;
        this.byField = byField;
    }

    /** @param starting the triggers whose first step has the type */
    static StartIndex of(List<TriggerPlan> starting) {
        Map<List<String>, Set<String>> told = textsByPath(starting);
        List<TriggerPlan> untested = new ArrayList<>();
        Map<List<String>, Map<TriggerPlan, FieldTest>> tested = new HashMap<>();
        for (TriggerPlan plan : starting) {
            FieldTest best = best(plan, told);
            if (best == null) {
                untested.add(plan);
            } else {
                tested.computeIfAbsent(best.path(), path -> new HashMap<>()).put(plan, best);
            }
        }
        List<ByField> byField = tested.entrySet().stream()
                .map(entry -> ByField.of(entry.getKey(), entry.getValue()))
                .toList();
        return new StartIndex(List.copyOf(untested), byField);
    }

    void visit(Fields event, Visits visits) {
        visits.start(untested);
        for (int i = 0; i < byField.size(); i++) {
            visits.start(byField.get(i).startedBy(event));
        }
    }

    /** Whether the event can start any. */
    boolean findsAny(Fields event) {
        if (!untested.isEmpty()) {
            return true;
        }
        for (int i = 0; i < byField.size(); i++) {
            if (!byField.get(i).startedBy(event).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static List<FieldTest> tests(TriggerPlan plan) {
        Expression where = plan.trigger().steps().get(0).where();
        return where == null ? List.of() : where.fieldTests();
    }

    private static Map<List<String>, Set<String>> textsByPath(List<TriggerPlan> starting) {
        Map<List<String>, Set<String>> texts = new HashMap<>();
        for (TriggerPlan plan : starting) {
            for (FieldTest test : tests(plan)) {
                texts.computeIfAbsent(test.path(), path -> new HashSet<>()).addAll(test.texts());
            }
        }
        return texts;
    }

    private static @Nullable FieldTest best(TriggerPlan plan, Map<List<String>, Set<String>> told) {
        @Nullable FieldTest best = null;
        int most = 0;
        for (FieldTest test : tests(plan)) {
            int tells = told.getOrDefault(test.path(), Set.of()).size();
            if (tells > most) {
                best = test;
                most = tells;
            }
        }
        return best;
    }

    /** The triggers that ask for texts of one field. */
    private record ByField(List<String> path, Map<String, List<TriggerPlan>> byText, List<TriggerPlan> all) {

        static ByField of(List<String> path, Map<TriggerPlan, FieldTest> tested) {
            Map<String, List<TriggerPlan>> byText = new HashMap<>();
            tested.forEach(
                    (plan, test) -> test.texts().forEach(text -> byText.computeIfAbsent(text, key -> new ArrayList<>())
                            .add(plan)));
            return new ByField(path, byText, List.copyOf(tested.keySet()));
        }

        List<TriggerPlan> startedBy(Fields event) {
            @Nullable Object value = event;
            for (int i = 0; i < path.size(); i++) {
                value = value instanceof Fields fields ? fields.get(path.get(i)) : null;
            }
            return value instanceof String text ? byText.getOrDefault(text, List.of()) : all;
        }
    }
}
