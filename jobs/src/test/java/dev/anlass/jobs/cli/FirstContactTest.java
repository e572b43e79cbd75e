package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
import static dev.anlass.jobs.cli.CommandRun.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked example of the design gives what stands beside it, field by field of those listed. */
class FirstContactTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path out;

    @BeforeEach
    void replay() {
        CommandRun run = anlass(
                "replay",
                "--rules",
                resource("first-contact/rules"),
                "--events",
                resource("first-contact/events.ndjson"),
                "--out",
                out,
                "--lateness",
                "60s",
                "--until",
                "end");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"actions.ndjson", "decisions.ndjson", "rejected.ndjson"})
    void whatIsWrittenIsWhatIsExpected(String file) throws IOException {
        List<JsonNode> expected = lines(resource("first-contact/expected").resolve(file));
        List<JsonNode> written = lines(out.resolve(file));

        assertThat(written).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertContains(written.get(i), expected.get(i), file + ":" + (i + 1));
        }
    }

    @Test
    void theIdOfAnActionIsThatOfItsMatch() throws IOException {
        List<String> emitted = lines(out.resolve("decisions.ndjson")).stream()
                .filter(decision -> decision.at("/data/outcome").asText().equals("emitted"))
                .map(decision -> decision.at("/data/match_id").asText())
                .toList();

        assertThat(lines(out.resolve("actions.ndjson")))
                .extracting(action -> action.at("/data/action_id").asText())
                .hasSameElementsAs(emitted);
    }

    @Test
    void everythingIsCounted() throws IOException {
        JsonNode summary = JSON.readTree(Files.readAllBytes(out.resolve("summary.json")));

        assertContains(summary, JSON.readTree("""
                        {"events": 23, "accepted": 17, "unknown_types": 1, "duplicates": 1, "clock_ahead": 0,
                         "rejected": {"bad_field:shop_id": 1, "late": 1, "missing:subject": 1, "not_json": 1},
                         "matched": 4, "emitted": 3, "refused": {"cooldown": 1},
                         "revoked": {"consent_withdrawn": 1, "overtaken": 1}, "vanished": 1, "held": 0,
                         "not_permitted": 6, "unknown_conditions": 0, "until": "end", "lateness": "1m"}"""), "summary.json");
    }

    /** The fields that are listed are equal; others may be there too. */
    private static void assertContains(JsonNode actual, JsonNode expected, String where) {
        if (!expected.isObject()) {
            assertThat(actual).as(where).isEqualTo(expected);
            return;
        }
        expected.properties()
                .forEach(field ->
                        assertContains(actual.path(field.getKey()), field.getValue(), where + "/" + field.getKey()));
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }
}
