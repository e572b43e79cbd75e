package dev.anlass.engine.scenario;

import java.util.List;

/**
 * What came of a scenario.
 *
 * @param rows what was expected beside what happened
 * @param variations in which way other orders of arrival or repetitions gave something else
 */
record ScenarioResult(Scenario scenario, List<Row> rows, List<String> variations) {

    ScenarioResult {
        rows = List.copyOf(rows);
        variations = List.copyOf(variations);
    }

    boolean isGood() {
        return variations.isEmpty() && rows.stream().allMatch(Row::isMet);
    }
}
