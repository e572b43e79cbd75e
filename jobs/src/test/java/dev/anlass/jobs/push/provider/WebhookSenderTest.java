package dev.anlass.jobs.push.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.config.WebhookSettings;
import dev.anlass.jobs.demo.phones.Fault;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Sender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Messages to a system of one's own. */
class WebhookSenderTest extends SenderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    WebhookSenderTest() {
        super(Provider.WEBHOOK);
    }

    @Override
    Device device(String locale) {
        return null;
    }

    @Test
    void theSystemGetsTheWholeAction() throws IOException {
        assertThat(send(parcel().parcel())).isEqualTo(new Answer.Accepted(null));
        assertThat(phones.lastContent(Provider.WEBHOOK)).isEqualTo(JSON.readTree("""
                {"specversion": "1.0", "id": "0123456789abcdef0123456789abcdef", "source": "urn:anlass:push",
                 "type": "action.requested", "subject": "anna", "time": "2026-03-01T09:00:00Z",
                 "expirytime": "2026-03-01T09:02:03.999Z", "datacontenttype": "application/json",
                 "data": {
                   "action_id": "action-1", "revision": 2, "collapse_key": "cart", "action": "bike_offer",
                   "link": "https://shop.example/a/action-1", "feedback_token": "feedback-token",
                   "payload": {"title": "Velo", "price": 1299.5}, "customer": "anna", "channel": "push",
                   "expires_at": "2026-03-01T09:02:03.999Z", "text": "Ihr Fahrrad wartet", "language": "de"}}
                """));
    }

    @Test
    void theHeadersProveWhoSentIt() {
        send(parcel().parcel());
        assertThat(phones.lastHeaders(Provider.WEBHOOK))
                .containsEntry("webhook-id", Parcels.ID)
                .containsEntry("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .containsEntry("content-type", "application/cloudevents+json; charset=utf-8")
                .hasEntrySatisfying(
                        "webhook-signature", signature -> assertThat(signature).matches("v1,[A-Za-z0-9+/]{43}="));
    }

    /** The example in the specification of Standard Webhooks. */
    @Test
    void signsAsOthersDo() {
        String signature = new WebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whatIsTakenBackIsSaidToo() {
        send(parcel().takenBack().parcel());
        var event = phones.lastContent(Provider.WEBHOOK);
        assertThat(event.path("type").textValue()).isEqualTo("action.revoked");
        assertThat(event.path("data").has("text")).isFalse();
        assertThat(event.path("data").path("action_id").textValue()).isEqualTo("action-1");
    }

    @Test
    void whatTheSystemRefusesIsNotSentAgain() {
        assertThat(after(Fault.error(400))).isEqualTo(new Answer.Refused("status_400"));
        assertThat(after(Fault.error(410))).isEqualTo(new Answer.Refused("status_410"));
        assertThat(after(Fault.error(302))).isEqualTo(new Answer.Refused("status_302"));
    }

    @Test
    void whatTheSystemPutsOffIsSentAgain() {
        assertThat(after(Fault.error(408))).isEqualTo(new Answer.Busy("status_408", 0));
        assertThat(after(Fault.error(425))).isEqualTo(new Answer.Busy("status_425", 0));
        assertThat(after(Fault.error(503, 9))).isEqualTo(new Answer.Busy("status_503", 9_000));
    }

    @Test
    void anotherSecretIsNotBelieved() {
        PushSettings forged = with(settings.webhook().address(), new Secret("another secret"));
        try (Sender forger = Senders.open(forged, clock).get(Provider.WEBHOOK)) {
            assertThat(forger.send(parcel().parcel()).join()).isEqualTo(new Answer.Refused("status_401"));
        }
    }

    @Test
    void anOldMessageIsNotBelieved() {
        try (Sender late = Senders.open(settings, () -> now.minusSeconds(301)).get(Provider.WEBHOOK)) {
            assertThat(late.send(parcel().parcel()).join()).isEqualTo(new Answer.Refused("status_401"));
        }
    }

    @Test
    void doesNotStartWhereEverybodyCouldListen() {
        for (String address :
                new String[] {"http://shop.example/hook", "ftp://localhost", "somewhere", "https://a b"}) {
            assertThatThrownBy(() -> Senders.open(with(address, new Secret("secret")), clock))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("push.webhook.address")
                    .hasMessageNotContaining(address);
        }
        assertThatThrownBy(() -> Senders.open(with("https://shop.example", Secret.NONE), clock))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("ANLASS_PUSH_WEBHOOK_SECRET_FILE");
    }

    private PushSettings with(String address, Secret secret) {
        WebhookSettings given = settings.webhook();
        return new PushSettings(
                settings.channels(),
                settings.link(),
                settings.tokenSecret(),
                settings.feedbackFor(),
                settings.inFlight(),
                settings.timeout(),
                settings.trust(),
                settings.fcm(),
                settings.apns(),
                settings.webPush(),
                new WebhookSettings(given.channels(), address, secret, given.rate()));
    }
}
