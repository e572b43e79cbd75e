package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Decision.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What differs between the engine and the reference. */
final class Comparison {

    private Comparison() {}

    /** A text for people; empty if nothing differs. */
    static String difference(World world, Host.Factory hosts) {
        Run run = Run.of(world, hosts);
        List<String> differences = new ArrayList<>();
        if (!run.rejected().equals(run.refused())) {
            differences.add("rejected by the engine " + run.rejected() + ", by the reference " + run.refused());
        }
        matches(run, differences);
        if (world.isInOrder() && differences.isEmpty()) {
            decisions(run, differences);
        }
        requests(run, differences);
        differences.addAll(run.violations());
        return String.join("\n", differences);
    }

    private static void matches(Run run, List<String> differences) {
        Map<String, Moment.Outline> missing = new TreeMap<>(run.expected());
        Map<String, Moment.Outline> extra = new TreeMap<>(run.found());
        extra.keySet().removeAll(missing.keySet());
        missing.keySet().removeAll(run.found().keySet());
        if (!missing.isEmpty() || !extra.isEmpty()) {
            differences.add("matches only of the reference " + missing.values());
            differences.add("matches only of the engine " + extra.values());
        }
    }

    private static void decisions(Run run, List<String> differences) {
        List<Told> missing = new ArrayList<>(run.judged());
        List<Told> extra = new ArrayList<>(run.decided());
        for (Told told : List.copyOf(missing)) {
            if (extra.remove(told)) {
                missing.remove(told);
            }
        }
        if (!missing.isEmpty() || !extra.isEmpty()) {
            differences.add("decisions only of the reference " + missing);
            differences.add("decisions only of the engine " + extra);
        }
    }

    /** No action goes out twice, and none without a decision that says so. */
    private static void requests(Run run, List<String> differences) {
        Set<String> once = new HashSet<>();
        for (String id : run.requests()) {
            if (!once.add(id)) {
                differences.add("requested twice " + id);
            }
        }
        Set<String> emitted = new HashSet<>();
        run.decisions().stream()
                .filter(decision -> decision.outcome() == Outcome.EMITTED)
                .forEach(decision -> emitted.add(decision.matchId()));
        if (!emitted.equals(once)) {
            differences.add("requested " + once + ", decided " + emitted);
        }
        run.stopped().forEach(id -> differences.add("requested though stopped " + id));
        run.unpermitted().forEach(id -> differences.add("requested without permission " + id));
    }
}
