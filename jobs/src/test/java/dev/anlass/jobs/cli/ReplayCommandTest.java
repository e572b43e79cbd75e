package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
import static dev.anlass.jobs.cli.CommandRun.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    private static final Path RULES = resource("first-contact/rules");
    private static final Path EVENTS = resource("first-contact/events.ndjson");

    @TempDir
    private Path directory;

    @Test
    void aReplayOfTheSameEventsWritesTheSameBytes() throws IOException {
        replay(EVENTS, "once");
        replay(EVENTS, "again");

        for (String file : new String[] {"actions.ndjson", "decisions.ndjson", "rejected.ndjson"}) {
            assertThat(directory.resolve("once").resolve(file))
                    .hasSameBinaryContentAs(directory.resolve("again").resolve(file));
        }
    }

    @Test
    void packedEventsGiveTheSameActions() throws IOException {
        Path packed = directory.resolve("events.ndjson.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(EVENTS, gzip);
        }
        replay(EVENTS, "plain");
        replay(packed, "packed");

        assertThat(directory.resolve("packed/actions.ndjson"))
                .hasSameBinaryContentAs(directory.resolve("plain/actions.ndjson"));
    }

    @Test
    void eventsMayComeFromStandardInput() throws IOException {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(Files.readAllBytes(EVENTS)));
            replay("-", "piped");
        } finally {
            System.setIn(before);
        }
        replay(EVENTS, "plain");

        assertThat(directory.resolve("piped/actions.ndjson"))
                .hasSameBinaryContentAs(directory.resolve("plain/actions.ndjson"));
    }

    @Test
    void timePassesToTheNewestEventUnlessMoreIsAskedFor() throws IOException {
        Path events = directory.resolve("events.ndjson");
        Files.writeString(events, String.join("\n", Files.readAllLines(EVENTS).subList(0, 12)));

        assertThat(actionsUntil(events, null)).isEqualTo(1);
        assertThat(actionsUntil(events, "2026-03-02T13:09:59+01:00")).isEqualTo(1);
        assertThat(actionsUntil(events, "2026-03-02T13:10:00+01:00")).isEqualTo(2);
        assertThat(actionsUntil(events, "end")).isEqualTo(4);
    }

    private long actionsUntil(Path events, String until) throws IOException {
        CommandRun run = until == null
                ? anlass("replay", "--rules", RULES, "--events", events, "--out", directory.resolve("out"))
                : anlass(
                        "replay",
                        "--rules",
                        RULES,
                        "--events",
                        events,
                        "--out",
                        directory.resolve("out"),
                        "--until",
                        until);
        assertThat(run.exitCode()).as(run.err()).isZero();
        try (var lines = Files.lines(directory.resolve("out/actions.ndjson"))) {
            return lines.count();
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        CommandRun run = anlass("replay", "--rules", RULES, "--events", "nowhere.ndjson", "--out", directory);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .endsWith("anlass replay: there is no file nowhere.ndjson to read;"
                        + " name files of events, or - for standard input.\n");
    }

    @Test
    void rulesThatAreNotThereAreNamed() {
        CommandRun run = anlass("replay", "--rules", "nowhere", "--events", EVENTS, "--out", directory);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("anlass replay: there is no directory nowhere: name the one with the rule files.\n");
    }

    @Test
    void rulesThatAreWrongEndIt() throws IOException {
        Files.createDirectories(directory.resolve("rules/triggers"));

        CommandRun run =
                anlass("replay", "--rules", directory.resolve("rules"), "--events", EVENTS, "--out", directory);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("events.yaml: error: this file is missing", "cannot be used; mend the errors");
        assertThat(directory.resolve("actions.ndjson")).doesNotExist();
    }

    @Test
    void wrongValuesAreNamed() {
        assertThat(anlass("replay", "--rules", RULES, "--events", EVENTS, "--out", directory, "--until", "later")
                        .err())
                .contains("\"later\" is neither \"end\" nor a time such as 2026-03-02T20:00:00Z");
        assertThat(anlass("replay", "--rules", RULES, "--events", EVENTS, "--out", directory, "--lateness", "1w")
                        .err())
                .contains("\"1w\" is no duration");
        assertThat(anlass("replay", "--rules", RULES, "--events", EVENTS, "--out", directory, "--scores", "x")
                        .err())
                .contains("there is no file x to read");
        assertThat(anlass("replay").exitCode()).isEqualTo(2);
    }

    private void replay(Object events, String out) {
        CommandRun run = anlass("replay", "--rules", RULES, "--events", events, "--out", directory.resolve(out));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }
}
