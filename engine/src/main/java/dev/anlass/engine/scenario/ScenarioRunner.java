package dev.anlass.engine.scenario;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.rulefile.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plays scenarios and compares what happens with what is expected.
 *
 * <p>Every scenario is played as it is written, with every record doubled, which must change nothing, and in other orders
 * of arrival, which must find the same matches.
 */
final class ScenarioRunner {

    private static final int DISORDERS = 5;

    private final Stage stage;

    ScenarioRunner(Stage stage) {
        this.stage = stage;
    }

    ScenarioResult run(Scenario scenario) {
        Performance written = play(scenario, scenario.occurrences());
        List<String> variations = new ArrayList<>();
        doubled(scenario, written, variations);
        for (int seed = 1; seed <= DISORDERS; seed++) {
            disordered(scenario, written, seed, variations);
        }
        return new ScenarioResult(scenario, Row.compare(scenario.expectations(), written.happenings()), variations);
    }

    private void doubled(Scenario scenario, Performance written, List<String> variations) {
        List<Occurrence> doubled = new ArrayList<>();
        for (Occurrence occurrence : scenario.occurrences()) {
            doubled.add(occurrence);
            doubled.add(occurrence);
        }
        List<Happening> happenings = play(scenario, doubled).happenings();
        if (!happenings.equals(written.happenings())) {
            variations.add("with every event doubled something else happens");
        }
    }

    private void disordered(Scenario scenario, Performance written, int seed, List<String> variations) {
        List<Occurrence> inTime = scenario.occurrences().stream()
                .filter(occurrence -> !written.rejected().contains(occurrence.eventId()))
                .toList();
        Disorder disorder = new Disorder(seed, scenario.program().settings().latenessMillis());
        Performance disordered = play(scenario, disorder.of(inTime));
        String order = "in another order of the events (" + seed + ") ";
        for (String match : without(written.matches(), disordered.matches())) {
            variations.add(order + "the match of " + named(scenario, written.record(match)) + " is missing");
        }
        for (String match : without(disordered.matches(), written.matches())) {
            variations.add(order + "there is a match of " + named(scenario, disordered.record(match)));
        }
    }

    private Performance play(Scenario scenario, List<Occurrence> occurrences) {
        return new Performance(stage.play(new Script(
                scenario.program(),
                occurrences.stream().map(Occurrence::decoded).toList(),
                scenario.lastExpected())));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static String named(Scenario scenario, @org.jspecify.annotations.Nullable Decision decision) {
        return decision == null
                ? "nobody"
                : decision.trigger() + " at " + Durations.text(decision.time() - scenario.start());
    }
}
