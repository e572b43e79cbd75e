package dev.anlass.engine.scenario;

import java.util.List;

/**
 * The scenarios beside a trigger.
 *
 * @param file the path as it is shown to the author
 * @param scenarios those that can be played
 */
record ScenarioFile(String file, List<Scenario> scenarios) {

    ScenarioFile {
        scenarios = List.copyOf(scenarios);
    }
}
