package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code learn} and {@code report} over the logs of a replay. */
class LearnCommandTest {

    private static final Path RULES = CommandRun.resource("first-contact/rules");
    private static final Path EVENTS = CommandRun.resource("first-contact/events.ndjson");

    @TempDir
    private Path directory;

    private Path decisions;
    private Path feedback;

    @BeforeEach
    void replay() throws Exception {
        CommandRun run = anlass("replay", "--rules", RULES, "--events", EVENTS, "--out", directory, "--until", "end");
        assertThat(run.exitCode()).as(run.err()).isZero();
        decisions = directory.resolve("decisions.ndjson");
        feedback = directory.resolve("feedback.ndjson.gz");
        String id = Files.readAllLines(decisions).get(0).replaceAll(".*\"match_id\":\"([^\"]*)\".*", "$1");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(feedback))) {
            out.write(
                    ("{\"type\":\"action.accepted\",\"subject\":\"anna\",\"time\":\"2026-03-02T10:31:00Z\",\"data\":{\"action_id\":\""
                                    + id
                                    + "\"}}\n{\"type\":\"order.completed\",\"subject\":\"anna\",\"time\":\"2026-03-20T00:00:00Z\","
                                    + "\"data\":{}}\nwhat is this\n")
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @Test
    void aTableIsLearnedAndTheNextReplayUsesIt() throws Exception {
        Path table = directory.resolve("scores.json");
        CommandRun learned = anlass(
                "learn",
                "--decisions",
                decisions,
                "--events",
                feedback,
                "--out",
                table,
                "--as-of",
                "2026-03-20T00:00:00Z",
                "--effective-from",
                "2026-03-01T00:00:00Z");
        assertThat(learned.exitCode()).as(learned.err()).isZero();
        assertThat(learned.out()).contains("action").contains("is used from 2026-03-01T00:00:00Z on");
        assertThat(learned.err()).contains("1 records could not be read");
        String first = Files.readString(table);
        anlass(
                "learn",
                "--decisions",
                decisions,
                "--events",
                feedback,
                "--out",
                table,
                "--as-of",
                "2026-03-20T00:00:00Z",
                "--effective-from",
                "2026-03-01T00:00:00Z");
        assertThat(Files.readString(table)).isEqualTo(first).contains("\"seed\":1");

        Path again = directory.resolve("again");
        CommandRun run = anlass("replay", "--rules", RULES, "--events", EVENTS, "--out", again, "--scores", table);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(again.resolve("decisions.ndjson"))).contains("\"propensity\":0.");
        assertThat(Files.readString(again.resolve("summary.json"))).contains("\"scores\"");
    }

    @Test
    void whereNothingWasFollowedForTheWindowThereIsNothingToLearn() {
        CommandRun run = anlass(
                "learn",
                "--decisions",
                decisions,
                "--events",
                feedback,
                "--out",
                directory.resolve("scores.json"),
                "--success",
                "action.accepted",
                "--as-of",
                "2026-03-02T12:00:00Z");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("there is nothing to learn from yet: no action that went out was followed for 7d by"
                        + " 2026-03-02T12:00:00Z; use a shorter --window");
        assertThat(directory.resolve("scores.json")).doesNotExist();
    }

    @Test
    void theReportIsATableJsonAndAPage() throws Exception {
        CommandRun text = anlass("report", "--decisions", decisions);
        assertThat(text.exitCode()).isZero();
        assertThat(text.out())
                .contains("trigger   matched  emitted  held out  refused  revoked  vanished  accepted")
                .contains("pickup refused: cooldown 1")
                .contains("--outcome order.completed --events FILE");

        Path page = directory.resolve("report.html");
        CommandRun json = anlass(
                "report",
                "--decisions",
                decisions,
                "--events",
                feedback,
                "--outcome",
                "order.completed",
                "--json",
                "--html",
                page);
        assertThat(json.out())
                .contains("\"accepted\" : 1")
                .contains("\"treated\"")
                .contains("\"unreadable\" : 1");
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("<rect")
                .endsWith("</html>\n");
    }

    @Test
    void whatIsUsedWronglyIsSaidWithAWayOut() {
        assertThat(anlass("learn").err()).contains("learning needs --decisions FILE and --events FILE, or --follow");
        assertThat(anlass("learn", "--decisions", decisions, "--events", feedback)
                        .err())
                .contains("say where the table goes: --out FILE, --publish, or both");
        assertThat(anlass("learn", "--success", "seen").err()).contains("choose of opened, accepted, converted");
        assertThat(anlass("learn", "--prior", "0,1").exitCode()).isEqualTo(2);
        assertThat(anlass("learn", "--decisions", "x", "--events", feedback, "--publish")
                        .err())
                .contains("there is no file x to read");
        assertThat(anlass("report", "--decisions", decisions, "--outcome", "order.completed")
                        .err())
                .contains("name them with --events FILE");
        assertThat(anlass("report").exitCode()).isEqualTo(2);
    }

    @Test
    void aTableWithMistakesIsRefusedWithAllOfThem() throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.json"), "{\"number\":1,\"cells\":7}");
        CommandRun run = anlass("replay", "--rules", RULES, "--events", EVENTS, "--out", directory, "--scores", broken);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("\"number\" is a text")
                .contains("\"effective_from\" is missing")
                .contains("\"cells\" is a list")
                .contains("the score tables cannot be used; mend the errors above.");
    }
}
