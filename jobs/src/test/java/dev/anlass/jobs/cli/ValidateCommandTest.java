package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    @TempDir
    private Path directory;

    private Path rules() {
        return directory.resolve("rules");
    }

    @Test
    void goodRulesAreFineAndSayWhatTheyNeed() {
        RulesOnDisk.in(rules()).proved();

        assertThat(anlass("validate", rules())).isEqualTo(new CommandRun(0, """
                        no problems

                        trigger   state  purpose  channel  data
                        pickup    live   offers   push     behaviour, location
                        reminder  live   offers   push     behaviour
                        """, ""));
    }

    @Test
    void aMissingScenarioIsAWarning() {
        RulesOnDisk.in(rules());

        CommandRun run = anlass("validate", rules());

        assertThat(run.out()).contains("warning: the trigger \"pickup\" has no scenarios", "\n2 warnings\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aScenarioThatCannotBeReadIsAWarning() {
        RulesOnDisk.in(rules()).proved().replacing("triggers/shop/pickup.test.yaml", "at: 0s", "at: soon");

        CommandRun run = anlass("validate", rules());

        assertThat(run.out()).contains("pickup.test.yaml:7:14: warning: \"soon\" is no duration");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void mistakesAreShownAllAtOnce() {
        RulesOnDisk.in(rules())
                .proved()
                .replacing("triggers/shop/pickup.yaml", "channel: push", "channel: pusch")
                .replacing("triggers/shop/reminder.yaml", "event: order.completed", "event: order.complete");

        CommandRun run = anlass("validate", rules());

        assertThat(run.out()).contains("did you mean \"push\"?", "did you mean \"order.completed\"?", "\n2 errors\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        CommandRun run = anlass("validate", "nowhere");

        assertThat(run.err())
                .isEqualTo("anlass validate: there is no directory nowhere: name the one with the rule files.\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
