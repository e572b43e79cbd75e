package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
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

class ConsentRecordCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GIVEN =
            "'purpose':'offers','status':'given','channels':['push'],'data':['behaviour','location']";

    @TempDir
    private Path directory;

    @BeforeEach
    void rules() throws IOException {
        write("catalogue/events.yaml", "events: {viewed: {data: behaviour, fields: {price: double}}}");
        write("catalogue/purposes.yaml", """
                purposes:
                  offers: {basis: consent, dpv: dpv:PersonalisedAdvertising}
                  advice: {basis: legitimate_interest}
                  service: {basis: contract}
                """);
        write("catalogue/channels.yaml", "channels: {push: {expires: 4h}}");
        write("triggers/reminder.yaml", """
                trigger: reminder
                purpose: offers
                channel: push
                when: [{step: look, event: viewed}]
                action: {name: reminder, expires: 1h}
                """);
    }

    @Test
    void everyRecordIsListedAndTheNewestOfAPurposeIsInForce() throws IOException {
        JsonNode export = export(
                consent("09:00", "'record_id':'r1'," + GIVEN),
                consent("10:00", "'record_id':'r2','purpose':'offers','status':'withdrawn'"));

        assertThat(records(export)).containsExactly("r1 dpv:ConsentGiven false", "r2 dpv:ConsentWithdrawn true");
        assertThat(use(export)).isEqualTo("reminder by push [\"behaviour\"] consent_withdrawn");
    }

    @Test
    void atATimeTheRecordOfThatTimeIsInForce() throws IOException {
        String[] lines = {
            consent("09:00", "'record_id':'r1'," + GIVEN),
            consent("10:00", "'record_id':'r2','purpose':'offers','status':'withdrawn'")
        };

        JsonNode export = exportAt("2026-03-02T09:30:00Z", lines);

        assertThat(records(export)).containsExactly("r1 dpv:ConsentGiven true");
        assertThat(use(export)).isEqualTo("reminder by push [\"behaviour\"] permitted");
    }

    @Test
    void anExpiredRecordIsNotInForce() throws IOException {
        JsonNode export = exportAt(
                "2026-03-02T11:00:00Z",
                consent("09:00", "'record_id':'r1'," + GIVEN + ",'expires_at':'2026-03-02T10:00:00Z'"));

        assertThat(records(export)).containsExactly("r1 dpv:ConsentGiven,dpv:ConsentExpired false");
        assertThat(export.at("/dct:hasPart/0/dpv:hasConsentStatus/0/dpv:hasDuration/rdf:value")
                        .asText())
                .isEqualTo("2026-03-02T10:00:00Z");
        assertThat(use(export)).isEqualTo("reminder by push [\"behaviour\"] no_consent");
    }

    @Test
    void anUnreadableRecordIsListedAndBlocks() throws IOException {
        JsonNode export = export(
                consent("09:00", "'record_id':'r1'," + GIVEN), consent("10:00", "'purpose':'offers','status':'given'"));

        assertThat(export.at("/anlass:unreadable/0/reason").asText()).isEqualTo("bad_consent");
        assertThat(export.at("/anlass:unreadable/0/where").asText())
                .isEqualTo(directory.resolve("events.ndjson") + " line 2");
        assertThat(records(export)).containsExactly("r1 dpv:ConsentGiven false");
        assertThat(purpose(export, "offers").get("anlass:blocked").asBoolean()).isTrue();
        assertThat(use(export)).isEqualTo("reminder by push [\"behaviour\"] no_consent");
    }

    @Test
    void anUnreadableRecordIsListedForItsSubjectAlone() throws IOException {
        String others = consent("10:00", "'record_id':'c1','purpose':'offers','status':'maybe'")
                .replace("\"subject\":\"c1\"", "\"subject\":\"c2\"");

        JsonNode export = export(consent("09:00", "'record_id':'r1'," + GIVEN), others);

        assertThat(export.get("anlass:unreadable")).isEmpty();
        assertThat(use(export)).isEqualTo("reminder by push [\"behaviour\"] permitted");
    }

    @Test
    void aRecordThatBreaksBehindItsSubjectIsListed() throws IOException {
        JsonNode export = export(
                consent("09:00", "'record_id':'r1'," + GIVEN),
                "{\"type\":\"consent.changed\",\"subject\":\"c1\",\"id\":");

        assertThat(export.at("/anlass:unreadable/0/reason").asText()).isEqualTo("not_json");
    }

    @Test
    void whoHasNothingButAnUnreadableRecordIsKnown() throws IOException {
        JsonNode export = export(consent("10:00", "'purpose':'offers','status':'given'"));

        assertThat(export.at("/anlass:unreadable/0/reason").asText()).isEqualTo("bad_consent");
        assertThat(purpose(export, "offers").get("anlass:blocked").asBoolean()).isTrue();
    }

    @Test
    void afterAnErasureOnlyTheObjectionsStay() throws IOException {
        JsonNode export = export(
                consent("09:00", "'record_id':'r1'," + GIVEN),
                consent("09:30", "'record_id':'r2','purpose':'advice','status':'objected'"),
                event("10:00", "customer.erased", ""));

        assertThat(records(export)).containsExactly("r2 dpv:LegitimateInterestObjected true");
        assertThat(export.at("/anlass:erasure/dct:date").asText()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(export.at("/anlass:erasure/anlass:objections/0").asText()).isEqualTo("advice");
    }

    @Test
    void theDecisionsAboutTheCustomerAreItsContacts() throws IOException {
        Path events = events(consent("09:00", "'record_id':'r1'," + GIVEN), event("10:00", "viewed", "'price':3.0"));
        Path rules = directory.resolve("rules");
        Path out = directory.resolve("out");
        assertThat(anlass("replay", "--rules", rules, "--events", events, "--out", out)
                        .exitCode())
                .isZero();

        JsonNode export = printed("--rules", rules, "--events", events, "--decisions", out.resolve("decisions.ndjson"));

        assertThat(export.get("anlass:contacts")).hasSize(1);
        assertThat(export.at("/anlass:contacts/0/outcome").asText()).isEqualTo("emitted");
        assertThat(export.at("/anlass:contacts/0/record").asText()).isEqualTo("r1");
    }

    @Test
    void whatTheControllerHasNotSaidIsMarked() throws IOException {
        Path controller = Files.writeString(directory.resolve("controller.yaml"), "controller: Example Ltd");
        Path events = events(consent("09:00", "'record_id':'r1'," + GIVEN));

        JsonNode export =
                printed("--rules", directory.resolve("rules"), "--events", events, "--controller", controller);

        assertThat(export.at("/dct:hasPart/0/dpv:hasDataController").asText()).isEqualTo("Example Ltd");
        assertThat(export.get("anlass:absent").findValuesAsText("key"))
                .contains("jurisdiction", "withdrawal")
                .doesNotContain("controller");
    }

    @Test
    void aMistakeInTheControllersFileIsSaid() throws IOException {
        Path controller = Files.writeString(directory.resolve("controller.yaml"), "controler: Example Ltd");
        Path events = events(consent("09:00", "'record_id':'r1'," + GIVEN));

        CommandRun run = anlass(
                "consent-record",
                "--rules",
                directory.resolve("rules"),
                "--events",
                events,
                "--customer",
                "c1",
                "--controller",
                controller);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("\"controler\" is not known here").contains("expected: one of controller");
    }

    private JsonNode export(String... lines) throws IOException {
        return printed("--rules", directory.resolve("rules"), "--events", events(lines));
    }

    private JsonNode exportAt(String time, String... lines) throws IOException {
        return printed("--rules", directory.resolve("rules"), "--events", events(lines), "--at", time);
    }

    private static JsonNode printed(Object... options) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("consent-record", "--customer", "c1"));
        arguments.addAll(List.of(options));
        CommandRun run = anlass(arguments.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    private static List<String> records(JsonNode export) {
        List<String> records = new ArrayList<>();
        for (JsonNode record : export.get("dct:hasPart")) {
            JsonNode events =
                    record.has("dpv:hasStatus") ? record.get("dpv:hasStatus") : record.get("dpv:hasConsentStatus");
            records.add(record.get("dct:identifier").asText() + " "
                    + String.join(
                            ",",
                            events.findValuesAsText("@type").stream()
                                    .filter(type -> !type.equals("dpv:UntilTimeDuration"))
                                    .toList())
                    + " " + record.get("anlass:inForce").asText());
        }
        return records;
    }

    private static JsonNode purpose(JsonNode export, String name) {
        for (JsonNode purpose : export.get("anlass:purposes")) {
            if (purpose.get("dct:identifier").asText().equals(name)) {
                return purpose;
            }
        }
        throw new AssertionError(export.toString());
    }

    private static String use(JsonNode export) {
        JsonNode use = purpose(export, "offers").get("anlass:uses").get(0);
        String answer = use.get("permitted").asBoolean()
                ? "permitted"
                : use.get("denial").asText();
        return use.get("trigger").asText() + " by " + use.get("channel").asText() + " " + use.get("data") + " "
                + answer;
    }

    private Path events(String... lines) throws IOException {
        return Files.writeString(directory.resolve("events.ndjson"), String.join("\n", lines) + "\n");
    }

    private static String consent(String time, String data) {
        return event(time, "consent.changed", data);
    }

    private static String event(String time, String type, String data) {
        return ("{'specversion':'1.0','id':'" + type + time + "','source':'shop','type':'" + type
                        + "','subject':'c1','time':'2026-03-02T" + time + ":00Z','data':{" + data + "}}")
                .replace('\'', '"');
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve("rules").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
