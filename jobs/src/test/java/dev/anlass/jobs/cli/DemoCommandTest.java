package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    private static final Path RULES = Path.of("../rules");

    @TempDir
    Path directory;

    @Test
    void aGeneratedDayCanBeWrittenAndReplayed() throws Exception {
        Path day = directory.resolve("day.ndjson");

        CommandRun written = anlass("demo", "--rules", RULES, "--customers", 20, "--seed", 3, "--write", day);
        CommandRun replayed =
                anlass("replay", "--rules", RULES, "--events", day, "--out", directory.resolve("replayed"));

        long events = Files.readAllLines(day).size();
        assertThat(written.exitCode()).isZero();
        assertThat(written.out())
                .isEqualTo(String.format(
                        "wrote %,d events of a generated day of 20 customers (invented, seed 3) to %s%n", events, day));
        assertThat(replayed.out()).startsWith(String.format("%,d events, ", events));
    }

    @Test
    void recordedEventsAreNotWrittenAgain() throws Exception {
        Path events = Files.createFile(directory.resolve("events"));

        CommandRun run = anlass("demo", "--rules", RULES, "--events", events, "--write", directory.resolve("day"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("anlass demo: only the generated day can be written; leave out --events or --write.\n");
    }

    @Test
    void eventsThatAreNotThereAreNamed() {
        CommandRun run = anlass("demo", "--rules", RULES, "--events", "nowhere.ndjson");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("anlass demo: there is no file nowhere.ndjson to read; name files of events.\n");
    }

    @Test
    void aSpeedIsAFactorOrMax() {
        CommandRun run = anlass("demo", "--speed", "quick");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("\"quick\" is neither \"max\" nor a factor such as 3600");
    }
}
