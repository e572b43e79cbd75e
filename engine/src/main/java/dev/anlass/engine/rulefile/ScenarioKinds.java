package dev.anlass.engine.rulefile;

import java.util.List;

/** Finds triggers that are not proved by the three kinds of scenario. */
final class ScenarioKinds {

    private final RuleFiles files;
    private final Findings findings;

    ScenarioKinds(RuleFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    void check(List<ReadTrigger> triggers) {}
}
