package dev.anlass.jobs.push.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.demo.phones.Arrived;
import dev.anlass.jobs.demo.phones.Fault;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Platform;
import dev.anlass.jobs.push.Provider;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Messages to iOS devices. */
class ApnsSenderTest extends SenderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    ApnsSenderTest() {
        super(Provider.APNS);
    }

    @Override
    Device device(String locale) {
        return phones.newDevice(Platform.IOS, locale);
    }

    @Test
    void aTextIsShownByTheDevice() throws IOException {
        Device device = device("de-CH");
        assertThat(send(Parcels.to(device).parcel()))
                .isEqualTo(new Answer.Accepted("01234567-89ab-cdef-0123-456789abcdef"));
        assertThat(phones.lastContent(Provider.APNS)).isEqualTo(JSON.readTree("""
                {"aps": {"alert": {"title": "Velo", "body": "Ihr Fahrrad wartet"}},
                 "type": "action.requested", "action_id": "action-1", "revision": 2, "collapse_key": "cart",
                 "action": "bike_offer", "link": "https://shop.example/a/action-1", "feedback_token": "feedback-token",
                 "payload": {"title": "Velo", "price": 1299.5}}
                """));
        assertThat(phones.arrived(Provider.APNS))
                .contains(new Arrived(
                        Provider.APNS,
                        device.token(),
                        "action-1",
                        2,
                        "action.requested",
                        "cart",
                        Parcels.GERMAN,
                        123,
                        true,
                        now.toEpochMilli()));
    }

    @Test
    void theHeadersSayWhatItIsAndUntilWhen() {
        send(parcel().parcel());
        assertThat(phones.lastHeaders(Provider.APNS))
                .containsEntry("apns-topic", "dev.anlass.demo")
                .containsEntry("apns-id", "01234567-89ab-cdef-0123-456789abcdef")
                .containsEntry("apns-collapse-id", "cart")
                .containsEntry("apns-priority", "10")
                .containsEntry("apns-push-type", "alert")
                .containsEntry("apns-expiration", Long.toString(now.getEpochSecond() + 123));
        send(parcel().validMillis(999).parcel());
        assertThat(phones.lastHeaders(Provider.APNS)).containsEntry("apns-expiration", "0");
    }

    @Test
    void withoutATextTheAppGetsItInTheBackground() {
        send(parcel().silent().parcel());
        assertThat(phones.lastHeaders(Provider.APNS))
                .containsEntry("apns-priority", "5")
                .containsEntry("apns-push-type", "background");
        assertThat(phones.lastContent(Provider.APNS).at("/aps").toString()).isEqualTo("{\"content-available\":1}");
    }

    @Test
    void whatIsTakenBackIsNamedToTheApp() throws IOException {
        send(parcel().takenBack().parcel());
        assertThat(phones.lastHeaders(Provider.APNS))
                .containsEntry("apns-collapse-id", "cart")
                .containsEntry("apns-push-type", "background");
        assertThat(phones.lastContent(Provider.APNS)).isEqualTo(JSON.readTree("""
                {"aps": {"content-available": 1}, "type": "action.revoked", "action_id": "action-1", "revision": 2,
                 "collapse_key": "cart"}
                """));
    }

    @Test
    void aLongCollapseKeyBecomesAShortOneThatTheAppKnows() {
        send(parcel().collapseKey("k".repeat(100)).parcel());
        JsonNode content = phones.lastContent(Provider.APNS);
        assertThat(phones.lastHeaders(Provider.APNS).get("apns-collapse-id"))
                .matches("[A-Za-z0-9_-]{43}")
                .isEqualTo(content.path("collapse_key").textValue());
    }

    @Test
    void aDeviceOfAnotherAppIsRefused() {
        Device device = device("de");
        Device other = new Device("1", Platform.IOS, device.token(), null, "com.other.app", "de", null);
        assertThat(send(Parcels.to(other).parcel())).isEqualTo(new Answer.Refused("device_token_not_for_topic"));
    }

    @Test
    void aDeviceThatIsGoneIsSaidToBe() {
        Device device = device("de");
        phones.remove(device);
        assertThat(send(Parcels.to(device).parcel())).isEqualTo(new Answer.Gone("unregistered"));
        Device wrong = new Device("1", Platform.IOS, "abc", null, null, "de", null);
        assertThat(send(Parcels.to(wrong).parcel())).isEqualTo(new Answer.Gone("bad_device_token"));
        Device path = new Device("1", Platform.IOS, "../../other", null, null, "de", null);
        assertThat(send(Parcels.to(path).parcel())).isEqualTo(new Answer.Gone("bad_token"));
    }

    @Test
    void theReasonOfAppleIsTheReason() {
        assertThat(after(Fault.error(429))).isEqualTo(new Answer.Busy("too_many_requests", 0));
        assertThat(after(Fault.error(503))).isEqualTo(new Answer.Busy("service_unavailable", 0));
        assertThat(after(Fault.error(400))).isEqualTo(new Answer.Refused("bad_request"));
    }

    @Test
    void aMessageThatJustFitsIsSent() {
        Device device = device("de");
        send(Parcels.to(device).text("").parcel());
        int fixed = phones.lastContent(Provider.APNS).toString().length();
        int most = 4_096 - fixed;
        assertThat(send(parcel().text("x".repeat(most)).parcel())).isInstanceOf(Answer.Accepted.class);
        assertThat(send(parcel().text("x".repeat(most + 1)).parcel())).isEqualTo(new Answer.Refused("too_large"));
    }
}
