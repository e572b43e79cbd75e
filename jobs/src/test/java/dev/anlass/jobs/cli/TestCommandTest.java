package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

    private static final String PICKUP = "triggers/shop/pickup.test.yaml";

    @TempDir
    private Path directory;

    private Path rules() {
        return directory.resolve("rules");
    }

    @Test
    void rulesThatAreProvedAreFine() {
        RulesOnDisk.in(rules()).proved();

        CommandRun run = anlass("test", rules());

        assertThat(run.out()).endsWith("5 scenarios, all as expected\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aTriggerWithoutItsThreeKindsOfScenarioIsNot() {
        RulesOnDisk.in(rules()).proved().replacing(PICKUP, "expect: nothing", "expect: [{at: 5m, refused: pickup}]");

        CommandRun run = anlass("test", rules());

        assertThat(run.out()).contains("error: the trigger \"pickup\" has no scenario that stays silent");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aScenarioThatDoesNotHappenIsNot() {
        RulesOnDisk.in(rules()).proved().replacing(PICKUP, "reason: cooldown", "reason: no_consent");

        CommandRun run = anlass("test", rules());

        assertThat(run.out())
                .contains("! 7m refused pickup, no_consent", "| 7m refused pickup, cooldown")
                .endsWith("5 scenarios, 1 not as expected\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aScenarioThatCannotBeReadIsNot() {
        RulesOnDisk.in(rules()).proved().replacing(PICKUP, "at: 0s", "at: soon");

        CommandRun run = anlass("test", rules());

        assertThat(run.out()).contains("pickup.test.yaml:7:14: error: \"soon\" is no duration");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void rulesWithMistakesAreNotPlayed() {
        RulesOnDisk.in(rules()).proved().replacing("triggers/shop/pickup.yaml", "channel: push", "channel: pusch");

        CommandRun run = anlass("test", rules());

        assertThat(run.out()).contains("pusch", "did you mean \"push\"?");
        assertThat(run.err())
                .isEqualTo("anlass test: no scenario was played because the rules cannot be used;"
                        + " mend the errors above.\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        CommandRun run = anlass("test", "nowhere");

        assertThat(run.err()).startsWith("anlass test: there is no directory nowhere");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
