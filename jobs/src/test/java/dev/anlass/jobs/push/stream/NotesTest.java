package dev.anlass.jobs.push.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.engine.customer.ConsentRecord.Status;
import dev.anlass.jobs.connector.DeliveryJson;
import dev.anlass.jobs.operator.RawRecord;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Message;
import dev.anlass.jobs.push.Platform;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.PushEffect;
import dev.anlass.jobs.push.PushSamples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the push job takes from events and actions, and what it rejects. */
class NotesTest {

    @Test
    void aDeviceIsRegistered() throws Exception {
        Note note = said(
                "device.registered",
                "{\"device_id\":\"d-1\",\"platform\":\"ios\",\"token\":\"t-1\","
                        + "\"app\":\"shop.app\",\"locale\":\"de-CH\",\"zone\":\"Europe/Zurich\"}");

        assertThat(note)
                .isEqualTo(new Note.Registered(
                        "anna", new Device("d-1", Platform.IOS, "t-1", null, "shop.app", "de-CH", "Europe/Zurich")));
    }

    @Test
    void theDevicesInTheManualAreTaken() throws Exception {
        Matcher shown = Pattern.compile("(?ms)^```ndjson\\n(.*?)^```$")
                .matcher(Files.readString(Path.of("..", "docs", "push.md")));
        assertThat(shown.find()).isTrue();
        List<String> taken = new ArrayList<>();
        for (JsonNode event : new ObjectMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(shown.group(1))
                .readAll()) {
            NotesOf.events(NotesOf.record(event.toString()))
                    .forEach(note -> taken.add(note.getClass().getSimpleName()));
        }

        assertThat(taken).containsExactly("Registered", "Registered", "Removed");
    }

    @Test
    void aDeviceWithoutAnIdGetsOneThatDoesNotShowTheToken() throws Exception {
        Note.Registered note =
                (Note.Registered) said("device.registered", "{\"platform\":\"android\",\"token\":\"secret-token\"}");

        assertThat(note.device().id()).hasSize(16).doesNotContain("secret");
    }

    @Test
    void aBrowserNeedsItsKeys() throws Exception {
        Note.Registered note = (Note.Registered) said(
                "device.registered",
                "{\"platform\":\"web\",\"token\":\"https://push.example/1\",\"p256dh\":\"BN\",\"auth\":\"aa\"}");

        assertThat(note.device().keys()).isEqualTo(new Device.Keys("BN", "aa"));
        assertThat(refused("device.registered", "{\"platform\":\"web\",\"token\":\"https://push.example/1\"}"))
                .contains("\"reason\":\"bad_field:p256dh\"");
    }

    @Test
    void whatCannotBeADeviceIsRejectedWithItsReason() throws Exception {
        assertThat(refused("device.registered", "{\"platform\":\"fax\",\"token\":\"t\"}"))
                .contains("\"reason\":\"bad_field:platform\"", "\"event_id\":\"e-1\"", "\"offset\":7");
        assertThat(refused("device.registered", "{\"platform\":\"ios\"}")).contains("\"reason\":\"bad_field:token\"");
        assertThat(refused("device.registered", "{\"platform\":\"ios\",\"token\":5}"))
                .contains("\"reason\":\"bad_field:token\"");
        assertThat(refused("device.removed", "{}")).contains("\"reason\":\"bad_field:device_id\"");
    }

    @Test
    void whatTheJobItselfSaidOfADeviceIsNotReadAgain() throws Exception {
        Device gone = PushSamples.phone("p");

        assertThat(notes(DeliveryJson.removed(new PushEffect.Removed("anna", gone, "unregistered"), PushSamples.NOON)))
                .isEmpty();
        assertThat(refused("device.registered", "{\"device_id\":\"in_app\",\"platform\":\"ios\",\"token\":\"t\"}"))
                .contains("\"reason\":\"bad_field:device_id\"");
    }

    @Test
    void aDeviceIsRemovedByItsIdOrItsToken() throws Exception {
        assertThat(said("device.removed", "{\"device_id\":\"d-1\"}")).isEqualTo(new Note.Removed("anna", "d-1"));
        assertThat(said("device.removed", "{\"token\":\"t-1\"}")).isEqualTo(new Note.Removed("anna", "t-1"));
    }

    @Test
    void permissionIsTakenAndWhatCannotBeReadBlocks() throws Exception {
        Note.Said said = (Note.Said)
                said("consent.changed", "{\"record_id\":\"r-1\",\"purpose\":\"offers\",\"status\":\"withdrawn\"}");
        assertThat(said.record().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(said("consent.changed", "{\"record_id\":\"r-1\",\"purpose\":\"offers\",\"status\":\"maybe\"}"))
                .isEqualTo(new Note.SaidUnreadably("anna", "offers"));
    }

    @Test
    void anErasureIsTaken() throws Exception {
        assertThat(said("customer.erased", "{}")).isEqualTo(new Note.Erased("anna", PushSamples.NOON));
    }

    @Test
    void whatTheJobItselfToldIsUnderstoodAgain() throws Exception {
        Message message = PushSamples.message("a");
        byte[] delivered = DeliveryJson.delivered(
                new PushEffect.Delivered(message, "d-1", Provider.FCM, "m-1", 2), PushSamples.NOON);
        byte[] failed = DeliveryJson.failed(new PushEffect.Failed(message, "expired"), PushSamples.NOON);

        assertThat(notes(delivered).toString())
                .contains("Delivered", "a", "revision=1", "isClosed=false", "reached=[d-1]", "push");
        assertThat(notes(failed).toString()).contains("Failed", "revision=1", "isClosed=true");
    }

    @Test
    void whatOthersSayOfDeliveriesIsNotTheJobsOwn() throws Exception {
        assertThat(NotesOf.events(event(
                        "action.delivered",
                        "{\"action_id\":\"a\",\"revision\":1,\"expires_at\":\"2026-03-03T13:00:00Z\"}")))
                .isEmpty();
        assertThat(NotesOf.events(event("action.failed", "{\"action_id\":\"a\"}")))
                .isEmpty();
    }

    @Test
    void aMarkerComesBackWithItsPartition() throws Exception {
        byte[] marker = DeliveryJson.marker(DeliveryJson.MARKER + "x", 0);

        assertThat(notes(marker)).isEqualTo(List.of(new Note.Marked(DeliveryJson.MARKER + "x", 0)));
    }

    @Test
    void whatIsNotAboutDeliveryIsLeftAlone() throws Exception {
        assertThat(NotesOf.events(event("product.viewed", "{}"), NotesOf.record("nonsense")))
                .isEmpty();
        assertThat(NotesOf.rejectedEvents(event("product.viewed", "{}"), NotesOf.record("nonsense \"device.\"")))
                .isEmpty();
    }

    @Test
    void anActionOfAnAppsChannelIsTakenWithItsTexts() throws Exception {
        Note.Requested requested =
                (Note.Requested) NotesOf.actions(action("push")).get(0);
        Message message = requested.message();

        assertThat(message.texts()).isEqualTo(Map.of("en", "Your Atlas", "de", "Dein Atlas"));
        assertThat(message.payload()).isEqualTo("{\"product_id\":\"g-1\"}");
        assertThat(message.permittedAt()).isEqualTo(1_767_603_600_000L);
        assertThat(message.expiresAt()).isEqualTo(PushSamples.NOON + 2 * PushSamples.HOUR);
        assertThat(NotesOf.actions(action("advisor"))).isEmpty();
    }

    @Test
    void aRecordThatIsNoActionIsRejectedAndDoesNotEndTheJob() throws Exception {
        assertThat(NotesOf.rejectedActions(NotesOf.record("nonsense")).get(0)).contains("\"reason\":\"not_json\"");
        assertThat(NotesOf.rejectedActions(NotesOf.record(
                                "{\"type\":\"action.requested\",\"subject\":\"anna\",\"data\":{\"channel\":\"push\"}}"))
                        .get(0))
                .contains("\"reason\":\"missing:action_id\"");
    }

    @Test
    void anActionOfATimeThatNobodyCanCountIsRejected() throws Exception {
        String never = new String(action("push").value(), StandardCharsets.UTF_8)
                .replace("2026-03-03T14:00:00Z", "+999999999-12-31T23:59:59Z");

        assertThat(NotesOf.rejectedActions(NotesOf.record(never)).get(0)).contains("\"reason\":\"bad_time\"");
    }

    private static RawRecord action(String channel) {
        return NotesOf.record("""
                {"specversion":"1.0","id":"a-1","source":"urn:anlass:engine","type":"action.requested","subject":"anna",
                 "time":"2026-03-03T12:00:00Z","expirytime":"2026-03-03T14:00:00Z",
                 "data":{"action_id":"a-1","revision":1,"action":"pickup-offer","trigger":"t","bundle":"b","channel":"%s",
                 "purpose":"offers","decided_at":"2026-03-03T12:00:00Z","payload":{"product_id":"g-1"},
                 "text":"Your Atlas","language":"en","texts":{"de":"Dein Atlas"},
                 "consent":{"record":"r-1","given_at":"2026-01-05T09:00:00Z"},"collapse_key":"f1648a243fb2170a"}}
                """.formatted(channel));
    }

    private static Note said(String type, String data) throws Exception {
        return NotesOf.events(event(type, data)).get(0);
    }

    private static String refused(String type, String data) throws Exception {
        assertThat(NotesOf.events(event(type, data))).isEmpty();
        return NotesOf.rejectedEvents(event(type, data)).get(0);
    }

    private static List<Note> notes(byte[] event) throws Exception {
        return NotesOf.events(NotesOf.record(new String(event, StandardCharsets.UTF_8)));
    }

    private static RawRecord event(String type, String data) {
        return NotesOf.record("{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"urn:app\",\"type\":\"" + type
                + "\",\"subject\":\"anna\",\"time\":\"2026-03-03T12:00:00Z\",\"data\":" + data + "}");
    }
}
