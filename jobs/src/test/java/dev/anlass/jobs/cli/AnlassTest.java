package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnlassTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"validate", "test", "replay", "explain", "consent-record", "stop", "start", "status", "state"})
    void everyCommandHasHelp(String command) {
        CommandRun run = anlass(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: anlass " + command);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theHelpListsTheCommands() {
        assertThat(anlass("--help").out()).contains("validate", "test", "replay");
    }

    @Test
    void withoutACommandItSaysSo() {
        CommandRun run = anlass();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("anlass: a command is missing; anlass --help shows how it is used.\n");
    }

    @Test
    void aWrongOptionIsNamed() {
        CommandRun run = anlass("validate", "--quiet");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "anlass validate: \"--quiet\" is not known here; anlass validate --help shows how it is used.\n");
    }

    @Test
    void aWrongCommandIsNamedWithTheNearest() {
        CommandRun run = anlass("repaly");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "anlass: \"repaly\" is not known here, did you mean \"replay\"?; anlass --help shows how it is used.\n");
    }
}
