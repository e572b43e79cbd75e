package dev.anlass.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rulefile.Loaded;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.rulefile.Rulebook;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What other systems get wrong about permission, pressure, time and law, each as a scenario. */
class TrapsTest {

    private static final Path TRAPS = Path.of("src/test/resources/traps");

    @Test
    void noneOfThemIsFallenInto() throws IOException {
        RuleFiles files = RuleFiles.read(TRAPS);
        Loaded loaded = Rulebook.load(files, null);
        ScenarioSuite suite = ScenarioSuite.of(files, loaded);

        assertThat(loaded.problems().and(suite.problems()).hasErrors())
                .as(loaded.problems().and(suite.problems()).render())
                .isFalse();
        ScenarioReport report = suite.run(Stage.inMemory());
        assertThat(report.isGood()).as(report.render()).isTrue();
    }
}
