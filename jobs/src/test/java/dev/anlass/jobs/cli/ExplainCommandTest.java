package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
import static dev.anlass.jobs.cli.CommandRun.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    private static final Path RULES = resource("first-contact/rules");
    private static final Path EVENTS = resource("first-contact/events.ndjson");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void eachCustomerOfAFileIsToldWhatAReplayOfTheWholeFileDecides() throws IOException {
        Path out = directory.resolve("out");
        assertThat(anlass("replay", "--rules", RULES, "--events", EVENTS, "--out", out)
                        .exitCode())
                .isZero();
        List<String> decided = new ArrayList<>();
        Set<String> customers = new TreeSet<>();
        for (JsonNode decision : lines(out.resolve("decisions.ndjson"))) {
            customers.add(decision.get("subject").asText());
            decided.add(decision.at("/data/match_id").asText() + " "
                    + decision.at("/data/revision").asText() + " "
                    + decision.at("/data/outcome").asText() + " "
                    + decision.at("/data/reason").asText());
        }
        List<String> told = new ArrayList<>();
        for (String customer : customers) {
            for (JsonNode each : told(story(customer), "decision")) {
                told.add(each.get("match").asText() + " " + each.get("revision").asText() + " "
                        + each.get("outcome").asText() + " "
                        + each.path("reason").asText());
            }
        }

        assertThat(told).isNotEmpty().containsExactlyInAnyOrderElementsOf(decided);
    }

    @Test
    void aStoryFitsItsSchema() throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Objects.requireNonNull(getClass().getResourceAsStream("/schemas/story.schema.json")));

        for (String customer : List.of("anna", "ben")) {
            assertThat(schema.validate(story(customer))).isEmpty();
        }
        assertThat(schema.validate(JSON.readTree("{\"customer\":\"c1\"}"))).isNotEmpty();
    }

    @Test
    void itTellsWhatIsWaitedForAtATime() throws IOException {
        Path events = directory.resolve("events.ndjson");
        Files.writeString(events, """
                {"specversion":"1.0","id":"k","source":"shop","type":"consent.changed","subject":"c1","time":"2026-03-02T09:00:00Z","data":{"record_id":"r","purpose":"offers","status":"given","channels":["push"],"data":["behaviour"]}}
                {"specversion":"1.0","id":"v","source":"shop","type":"viewed","subject":"c1","time":"2026-03-02T10:00:00Z","data":{"price":30.0}}
                {"specversion":"1.0","id":"w","source":"shop","type":"viewed","subject":"c1","time":"2026-03-02T10:30:00Z","data":{"price":5.0}}
                """);
        Path rules = rules();

        assertThat(at(rules, events, "2026-03-02T10:10:00Z"))
                .endsWith("  looked: waits for buy (bought) until 2026-03-02 11:00:00\n");
        assertThat(at(rules, events, "2026-03-02T11:10:00Z"))
                .endsWith("  looked: nothing is open; last, on 2026-03-02 10:30:00,"
                        + " this is no look: `event.price > 10.0` is false (event.price = 5.0)\n");
        assertThat(at(rules, events, "2026-03-02T09:10:00Z"))
                .endsWith("  looked: nothing is open; no viewed has come\n");
    }

    private static String at(Path rules, Path events, String time) {
        CommandRun run = anlass("explain", "--rules", rules, "--events", events, "--customer", "c1", "--at", time);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void itSaysWhatPermissionLacks() throws IOException {
        Path events = directory.resolve("events.ndjson");
        Files.writeString(events, """
                {"specversion":"1.0","id":"k","source":"shop","type":"consent.changed","subject":"c1","time":"2026-03-02T09:00:00Z","data":{"record_id":"r","purpose":"offers","status":"given","channels":["push"],"data":["location"]}}
                {"specversion":"1.0","id":"v","source":"shop","type":"viewed","subject":"c1","time":"2026-03-02T10:00:00Z","data":{"price":30.0}}
                {"specversion":"1.0","id":"x","source":"shop","type":"viewed","subject":"c1","time":"2026-03-02T10:01:00Z","data":{"price":"much"}}
                """);
        Path rules = rules();

        assertThat(at(rules, events, "2026-03-02T10:10:00Z"))
                .contains("looked: not permitted for offers when the event arrived: record r of 2026-03-02 09:00:00"
                        + " does not name behaviour")
                .contains("bad_field:price in " + events + " line 3: ");
    }

    @Test
    void whatCannotBeReadIsToldOfItsSubjectAlone() throws IOException {
        Path events = directory.resolve("events.ndjson");
        Files.writeString(events, """
                {"specversion":"1.0","id":"c1","source":"shop","type":"viewed","subject":"c2","time":"2026-03-02T10:00:00Z","data":{"price":"much"}}
                {"specversion":"1.0","id":"v","source":"shop","type":"viewed","subject":"c1","time":"2026-03-02T10:01:00Z","data":{"price":30.0}}
                {"subject":"c1","id":"broken",
                """);

        assertThat(at(rules(), events, "2026-03-02T10:10:00Z"))
                .contains("not_json in " + events + " line 3: ")
                .doesNotContain("bad_field");
    }

    @Test
    void whatIsHeldIsToldWhereItWasDecided() throws IOException {
        Path events = directory.resolve("events.ndjson");
        Files.writeString(events, """
                {"specversion":"1.0","id":"k","source":"shop","type":"consent.changed","subject":"c1","time":"2026-03-02T09:00:00Z","data":{"record_id":"r","purpose":"offers","status":"given","channels":["push"],"data":["behaviour"]}}
                {"specversion":"1.0","id":"v","source":"shop","type":"viewed","subject":"c1","time":"2026-03-02T10:00:00Z","data":{"price":30.0}}
                {"specversion":"1.0","id":"b","source":"shop","type":"bought","subject":"c1","time":"2026-03-02T10:30:00Z","data":{"price":5.0}}
                {"specversion":"1.0","id":"w","source":"shop","type":"viewed","subject":"c1","time":"2026-03-02T10:40:00Z","data":{"price":5.0}}
                """);
        Path rules = rules();
        write("policies/rest.yaml", "policy: rest\nquiet: {from: \"10:00\", to: \"12:00\", on: all, then: hold}\n");

        assertThat(at(rules, events, "2026-03-02T10:50:00Z"))
                .containsSubsequence("bought b from shop", "rest (rest)", "holds until", "viewed w from shop");
    }

    @Test
    void aboutOneTriggerEventsThatDidNothingForItAreLeftOut() throws IOException {
        Path events = directory.resolve("events.ndjson");
        Files.writeString(events, """
                {"specversion":"1.0","id":"k","source":"shop","type":"consent.changed","subject":"c1","time":"2026-03-02T09:00:00Z","data":{"record_id":"r","purpose":"offers","status":"given","channels":["push"],"data":["behaviour"]}}
                {"specversion":"1.0","id":"alone","source":"shop","type":"bought","subject":"c1","time":"2026-03-02T09:30:00Z","data":{"price":5.0}}
                {"specversion":"1.0","id":"v","source":"shop","type":"viewed","subject":"c1","time":"2026-03-02T10:00:00Z","data":{"price":30.0}}
                """);

        CommandRun run =
                anlass("explain", "--rules", rules(), "--events", events, "--customer", "c1", "--trigger", "looked");

        assertThat(run.out()).contains("viewed v from shop").doesNotContain("bought alone");
    }

    @Test
    void itTellsThePartsOfTheScoreByTheTablesThatAreGiven() throws IOException {
        Path events = directory.resolve("events.ndjson");
        Files.writeString(events, """
                {"specversion":"1.0","id":"k","source":"shop","type":"consent.changed","subject":"c1","time":"2026-03-02T09:00:00Z","data":{"record_id":"r","purpose":"offers","status":"given","channels":["push"],"data":["behaviour"]}}
                {"specversion":"1.0","id":"v","source":"shop","type":"viewed","subject":"c1","time":"2026-03-02T10:00:00Z","data":{"price":30.0}}
                {"specversion":"1.0","id":"b","source":"shop","type":"bought","subject":"c1","time":"2026-03-02T10:30:00Z","data":{"price":5.0}}
                """);
        Path scores = directory.resolve("scores.json");
        Files.writeString(scores, """
                {"number":"s-1","effective_from":"2026-03-02T00:00:00Z",
                 "cells":[{"action":"thanks","offered":3,"accepted":1,"alpha":2,"beta":3,"propensity":0.25}]}
                """);

        CommandRun run =
                anlass("explain", "--rules", rules(), "--events", events, "--customer", "c1", "--scores", scores);

        assertThat(run.out()).contains("score 0.25 (propensity 0.25, value 1.0, weight 1.0) on push, no rivals");
    }

    @Test
    void aCustomerOfWhomNothingIsKnownIsNamed() {
        CommandRun run = anlass("explain", "--rules", RULES, "--events", EVENTS, "--customer", "nobody");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .endsWith("anlass explain: there is no event of customer nobody;"
                        + " look at the id, which is the subject of the events.\n");
    }

    @Test
    void aTriggerThatIsNotThereIsNamed() {
        CommandRun run =
                anlass("explain", "--rules", RULES, "--events", EVENTS, "--customer", "anna", "--trigger", "nothing");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no trigger nothing in the rules");
    }

    /** Whoever looks at something dear and buys within the hour is thanked. */
    private Path rules() throws IOException {
        write("catalogue/events.yaml", """
                events:
                  viewed: {data: behaviour, fields: {price: double}}
                  bought: {data: behaviour, fields: {price: double}}
                """);
        write("catalogue/purposes.yaml", "purposes: {offers: {basis: consent}}");
        write("catalogue/channels.yaml", "channels: {push: {expires: 4h}}");
        write("triggers/looked.yaml", """
                trigger: looked
                purpose: offers
                channel: push
                when:
                  - step: look
                    event: viewed
                    where: event.price > 10.0
                  - step: buy
                    event: bought
                    within: 1h
                action: {name: thanks, expires: 1h}
                """);
        return directory.resolve("rules");
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve("rules").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static JsonNode story(String customer) throws IOException {
        CommandRun run = anlass("explain", "--rules", RULES, "--events", EVENTS, "--customer", customer, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    private static List<JsonNode> told(JsonNode story, String kind) {
        List<JsonNode> all = new ArrayList<>();
        story.get("chapters").forEach(chapter -> chapter.get("told").forEach(told -> {
            if (told.get("kind").asText().equals(kind)) {
                all.add(told);
            }
        }));
        return all;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }
}
