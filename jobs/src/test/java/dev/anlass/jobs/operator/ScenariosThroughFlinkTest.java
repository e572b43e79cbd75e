package dev.anlass.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import dev.anlass.engine.scenario.ScenarioReport;
import dev.anlass.engine.scenario.ScenarioSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Law 7: the scenarios of the bundled rules say the same on the engine alone and through Flink. */
class ScenariosThroughFlinkTest {

    @Test
    void everyBundledScenarioSaysTheSameThroughTheOperator() throws Exception {
        assertThat(playedThroughFlink(Path.of("../rules"))).isGreaterThan(100);
    }

    @Test
    void theTrapsOfOtherSystemsAreNoneForTheOperatorEither() throws Exception {
        assertThat(playedThroughFlink(Path.of("../engine/src/test/resources/traps")))
                .isGreaterThan(50);
    }

    /** How many scripts were played. */
    private static int playedThroughFlink(Path rules) throws Exception {
        RuleFiles files = RuleFiles.read(rules);
        ScenarioSuite suite = ScenarioSuite.of(files, Rulebook.load(files, null));
        OperatorStage stage = new OperatorStage(files);

        ScenarioReport report = suite.run(stage);

        assertThat(report.isGood()).as(report.render()).isTrue();
        return stage.played();
    }
}
