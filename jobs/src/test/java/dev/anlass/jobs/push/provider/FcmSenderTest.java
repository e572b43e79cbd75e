package dev.anlass.jobs.push.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anlass.jobs.config.FcmSettings;
import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.demo.phones.Arrived;
import dev.anlass.jobs.demo.phones.Fault;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Platform;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Sender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages to Android devices. */
class FcmSenderTest extends SenderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    FcmSenderTest() {
        super(Provider.FCM);
    }

    @Override
    Device device(String locale) {
        return phones.newDevice(Platform.ANDROID, locale);
    }

    @Test
    void aTextIsShownByTheDevice() throws IOException {
        Device device = device("de-CH");
        Answer answer = send(Parcels.to(device).parcel());
        assertThat(answer).isInstanceOfSatisfying(Answer.Accepted.class, accepted -> assertThat(accepted.messageId())
                .startsWith("projects/anlass-demo/messages/"));
        assertThat(phones.lastContent(Provider.FCM)).isEqualTo(JSON.readTree("""
                {"message": {
                  "token": "%s",
                  "notification": {"title": "Velo", "body": "Ihr Fahrrad wartet"},
                  "android": {
                    "collapse_key": "cart", "priority": "high", "ttl": "123s", "notification": {"tag": "cart"}},
                  "data": {
                    "type": "action.requested", "action_id": "action-1", "revision": "2", "collapse_key": "cart",
                    "action": "bike_offer", "link": "https://shop.example/a/action-1",
                    "feedback_token": "feedback-token", "payload": "{\\"title\\":\\"Velo\\",\\"price\\":1299.5}"}}}
                """.formatted(device.token())));
        assertThat(phones.arrived(Provider.FCM))
                .contains(new Arrived(
                        Provider.FCM,
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
    void everyDeviceGetsItsLanguage() {
        send(Parcels.to(device("en_GB")).parcel());
        assertThat(phones.lastContent(Provider.FCM)
                        .at("/message/notification/body")
                        .textValue())
                .isEqualTo(Parcels.ENGLISH);
        send(Parcels.to(device("fr")).parcel());
        assertThat(phones.lastContent(Provider.FCM)
                        .at("/message/notification/body")
                        .textValue())
                .isEqualTo(Parcels.GERMAN);
    }

    @Test
    void withoutATextTheAppGetsTheData() {
        send(parcel().silent().parcel());
        JsonNode message = phones.lastContent(Provider.FCM).path("message");
        assertThat(message.has("notification")).isFalse();
        assertThat(message.at("/android/priority").textValue()).isEqualTo("normal");
        assertThat(message.at("/android").has("notification")).isFalse();
    }

    @Test
    void whatIsTakenBackIsNamedToTheAppUnderTheSameCollapseKey() throws IOException {
        Device device = device("de");
        send(Parcels.to(device).takenBack().parcel());
        assertThat(phones.lastContent(Provider.FCM)).isEqualTo(JSON.readTree("""
                {"message": {
                  "token": "%s",
                  "android": {"collapse_key": "cart", "priority": "normal", "ttl": "123s"},
                  "data": {
                    "type": "action.revoked", "action_id": "action-1", "revision": "2", "collapse_key": "cart"}}}
                """.formatted(device.token())));
    }

    @Test
    void itIsNeverKeptLongerThanItIsValid() {
        send(parcel().validMillis(999).parcel());
        assertThat(ttl()).isEqualTo("0s");
        send(parcel().validMillis(Duration.ofDays(90).toMillis()).parcel());
        assertThat(ttl()).isEqualTo("2419200s");
    }

    private String ttl() {
        return phones.lastContent(Provider.FCM).at("/message/android/ttl").textValue();
    }

    @Test
    void aDeviceThatIsGoneIsSaidToBe() {
        Device device = device("de");
        phones.remove(device);
        assertThat(send(Parcels.to(device).parcel())).isEqualTo(new Answer.Gone("unregistered"));
    }

    @Test
    void aDeviceOfSomebodyElseIsRefused() {
        assertThat(send(Parcels.to(phones.newDeviceOfOthers()).parcel()))
                .isEqualTo(new Answer.Refused("sender_id_mismatch"));
    }

    @Test
    void anAddressThatIsNotThereDoesNotRemoveTheDevice() {
        assertThat(after(Fault.error(404))).isEqualTo(new Answer.Refused("not_found"));
    }

    @Test
    void waitsAsLongAsItIsAsked() {
        assertThat(after(Fault.error(429, 7))).isEqualTo(new Answer.Busy("quota_exceeded", 7_000));
    }

    @Test
    void redirectsAreNotFollowed() {
        long before = phones.counts(Provider.FCM).requests();
        assertThat(after(Fault.error(307))).isEqualTo(new Answer.Refused("status_307"));
        assertThat(phones.counts(Provider.FCM).requests()).isEqualTo(before + 1);
    }

    @Test
    void aMessageThatJustFitsIsSent() {
        int most = 4_096;
        String text = "x".repeat(3_500);
        int tooMany = 0;
        for (int letters = 3_500; letters < most; letters += 50) {
            Answer answer =
                    send(parcel().text(text + "x".repeat(letters - 3_500)).parcel());
            if (answer.equals(new Answer.Refused("too_large"))) {
                tooMany++;
            } else {
                assertThat(answer).isInstanceOf(Answer.Accepted.class);
            }
        }
        assertThat(tooMany).isPositive();
    }

    @Test
    void oneAccessTokenServesManyMessages() {
        send(parcel().parcel());
        long before = phones.access().given();
        for (int i = 0; i < 20; i++) {
            send(parcel().parcel());
        }
        assertThat(phones.access().given()).isEqualTo(before);
    }

    @Test
    void anAccessTokenThatWasWithdrawnIsReplaced() {
        send(parcel().parcel());
        phones.access().withdraw();
        assertThat(send(parcel().parcel())).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void anAccessTokenThatSoonExpiresIsReplaced() {
        phones.access().validFor(Duration.ofSeconds(30));
        phones.access().withdraw();
        assertThat(send(parcel().parcel())).isInstanceOf(Answer.Accepted.class);
        long before = phones.access().given();
        assertThat(send(parcel().parcel())).isInstanceOf(Answer.Accepted.class);
        assertThat(phones.access().given()).isGreaterThan(before);
        phones.access().validFor(Duration.ofHours(1));
    }

    @Test
    void withoutAnAccessTokenNothingIsSent() {
        phones.access().open(false);
        try (Sender fresh = Senders.open(settings, clock).get(Provider.FCM)) {
            assertThat(fresh.send(parcel().parcel()).join()).isEqualTo(new Answer.Busy("no_access_token", 0));
        }
        phones.access().open(true);
    }

    @Test
    void aMessageThatIsRefusedAsWrongIsNotSentAgain() {
        Device broken = new Device("1", Platform.ANDROID, "no such token", null, null, "de", null);
        assertThat(send(Parcels.to(broken).parcel())).isEqualTo(new Answer.Gone("unregistered"));
        assertThat(after(Fault.error(401))).isEqualTo(new Answer.Busy("unauthenticated", 0));
    }

    @Test
    void anotherKeyGetsNoAccess(@TempDir Path directory) throws IOException {
        ObjectNode account =
                (ObjectNode) JSON.readTree(Path.of(settings.fcm().account()).toFile());
        account.put("private_key", Parcels.rsaKeyFile());
        Path forged = Files.writeString(directory.resolve("account.json"), account.toString());
        PushSettings others = new PushSettings(
                settings.channels(),
                settings.link(),
                settings.tokenSecret(),
                settings.feedbackFor(),
                settings.inFlight(),
                settings.timeout(),
                settings.trust(),
                new FcmSettings(forged.toString(), settings.fcm().address(), 1),
                settings.apns(),
                settings.webPush(),
                settings.webhook());
        long before = phones.counts(Provider.FCM).requests();
        try (Sender forger = Senders.open(others, clock).get(Provider.FCM)) {
            assertThat(forger.send(parcel().parcel()).join()).isEqualTo(new Answer.Busy("no_access_token", 0));
        }
        assertThat(phones.counts(Provider.FCM).requests()).isEqualTo(before);
    }
}
