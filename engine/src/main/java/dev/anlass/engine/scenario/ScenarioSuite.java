package dev.anlass.engine.scenario;

import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rule.Trigger.State;
import dev.anlass.engine.rulefile.Findings;
import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.Problems;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.TriggerSummary;
import dev.anlass.engine.step.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** All scenarios of a set of rule files, beside the triggers that they prove. Those of drafts are not played. */
public final class ScenarioSuite {

    private static final String ENDING = ".test.yaml";

    private final List<ScenarioFile> files;
    private final Findings findings;

    private ScenarioSuite(List<ScenarioFile> files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /**
     * Reads the scenarios.
     *
     * @param loaded the rules that the same files make; without errors
     */
    public static ScenarioSuite of(RuleFiles files, Loaded loaded) {
        Bundle bundle = Objects.requireNonNull(loaded.bundle(), "scenarios need a bundle");
        Program program = Program.of(List.of(bundle), Settings.DEFAULT.withoutSpread());
        Findings findings = new Findings();
        ScenarioFileReader reader = new ScenarioFileReader(program, new EditsReader(files, findings), findings);
        Set<String> ofDrafts = filesOfDrafts(loaded);
        List<ScenarioFile> read = new ArrayList<>();
        for (String path : files.paths()) {
            if (path.endsWith(ENDING) && !ofDrafts.contains(files.shown(path))) {
                read.add(reader.read(files.source(path)));
            }
        }
        return new ScenarioSuite(read, findings);
    }

    private static Set<String> filesOfDrafts(Loaded loaded) {
        Set<String> drafts = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (TriggerSummary trigger : loaded.triggers()) {
            String file = trigger.file().replaceAll("\\.yaml$", ENDING);
            (trigger.state() == State.DRAFT ? drafts : others).add(file);
        }
        drafts.removeAll(others);
        return drafts;
    }

    /** What is wrong with the scenario files; scenarios with mistakes are not played. */
    public Problems problems() {
        return findings.problems().aboutScenarios();
    }

    /** Plays every scenario and says what came of it. */
    public ScenarioReport run(Stage stage) {
        ScenarioRunner runner = new ScenarioRunner(stage);
        List<ScenarioReport.FileResult> results = new ArrayList<>();
        for (ScenarioFile file : files) {
            results.add(new ScenarioReport.FileResult(
                    file.file(), file.scenarios().stream().map(runner::run).toList()));
        }
        return new ScenarioReport(results);
    }
}
