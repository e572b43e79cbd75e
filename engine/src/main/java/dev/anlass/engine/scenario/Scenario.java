package dev.anlass.engine.scenario;

import dev.anlass.engine.rulefile.Spot;
import dev.anlass.engine.step.Program;
import java.util.List;

/**
 * A story of one customer and everything that must come of it.
 *
 * @param at where it stands
 * @param start in milliseconds since 1970; all else is said relative to it
 * @param program the rules beside the scenario, and the bundles that follow them
 * @param occurrences in the order of their arrival
 * @param expectations empty: nothing is emitted or refused
 */
record Scenario(
        String name,
        Spot at,
        long start,
        Program program,
        List<Occurrence> occurrences,
        List<Expectation> expectations) {

    Scenario {
        occurrences = List.copyOf(occurrences);
        expectations = List.copyOf(expectations);
    }

    /** The last moment that something is expected at. */
    long lastExpected() {
        return expectations.stream().mapToLong(Expectation::time).max().orElse(start);
    }
}
