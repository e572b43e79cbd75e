package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
import static dev.anlass.jobs.cli.CommandRun.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

    private static final Path RULES = resource("first-contact/rules");
    private static final Path EVENTS = resource("first-contact/events.ndjson");

    @TempDir
    private Path directory;

    @Test
    void theReportSaysWhatWentOutToWhomAndWhatWasRefused() {
        CommandRun run = anlass("backtest", "--rules", RULES, "--events", EVENTS, "--until", "end");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("""
                23 events, 4 rejected (bad_field:shop_id 1, late 1, missing:subject 1, not_json 1); 4 customers, actions went out to 3 of them

                trigger   state  matched  went out  would  customers  refused  revoked  vanished
                pickup    live   3        2                2          1        1        1
                reminder  live   1        1                1          0        1        0

                pickup refused: cooldown 1
                pickup revoked: overtaken 1
                reminder revoked: consent_withdrawn 1

                went out, by day in UTC  2026-03-02
                pickup                   2
                reminder                 1
                """);
    }

    @Test
    void filesAreOneStream() throws IOException {
        List<String> lines = Files.readAllLines(EVENTS);
        Path first = Files.write(directory.resolve("1.ndjson"), lines.subList(0, 7));
        Path second = Files.write(directory.resolve("2.ndjson"), lines.subList(7, lines.size()));

        CommandRun one = anlass("backtest", "--rules", RULES, "--events", EVENTS, "--json");
        CommandRun two = anlass("backtest", "--rules", RULES, "--events", first, second, "--json", "--threads", "1");

        assertThat(two.exitCode()).as(two.err()).isZero();
        assertThat(two.out()).isEqualTo(one.out());
    }

    @Test
    void otherRulesAreComparedWith() throws IOException {
        Path other = directory.resolve("rules");
        RulesOnDisk.in(other);
        Files.delete(other.resolve("triggers/shop/reminder.yaml"));

        CommandRun text =
                anlass("backtest", "--rules", other, "--events", EVENTS, "--until", "end", "--against", RULES);
        JsonNode json = new ObjectMapper()
                .readTree(anlass(
                                "backtest",
                                "--rules",
                                other,
                                "--events",
                                EVENTS,
                                "--until",
                                "end",
                                "--against",
                                RULES,
                                "--json")
                        .out());

        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out()).contains("\nreminder  -         ").contains("\ncustomers reached by both ");
        assertThat(json.at("/against/reached_only_by_rules").asInt()).isZero();
        assertThat(json.at("/against/reached_by_both").asInt()).isEqualTo(2);
        assertThat(json.at("/against/reached_only_by_against").asInt()).isEqualTo(1);
    }

    @Test
    void thePageNamesTriggersAndDays() throws IOException {
        Path page = directory.resolve("backtest.html");

        CommandRun run = anlass("backtest", "--rules", RULES, "--events", EVENTS, "--html", page, "--against", RULES);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(page)).contains(">pickup</text>", "2026-03-02", "Against the other rules");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        CommandRun run = anlass("backtest", "--rules", RULES, "--events", "nowhere.ndjson");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no file nowhere.ndjson to read");
    }

    @Test
    void withoutAProcessorNothingIsDone() {
        CommandRun run = anlass("backtest", "--rules", RULES, "--events", EVENTS, "--threads", "0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--threads 0 is too few");
    }
}
