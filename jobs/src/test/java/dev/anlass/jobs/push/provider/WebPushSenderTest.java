package dev.anlass.jobs.push.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.config.WebPushSettings;
import dev.anlass.jobs.demo.phones.Arrived;
import dev.anlass.jobs.demo.phones.Fault;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Parcel;
import dev.anlass.jobs.push.Platform;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Sender;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages to browsers. */
class WebPushSenderTest extends SenderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    WebPushSenderTest() {
        super(Provider.WEB_PUSH);
    }

    @Override
    Device device(String locale) {
        return phones.newDevice(Platform.WEB, locale);
    }

    @Test
    void onlyTheBrowserReadsIt() throws IOException {
        Device browser = device("en-GB");
        Answer answer = send(Parcels.to(browser).parcel());
        assertThat(answer).isInstanceOfSatisfying(Answer.Accepted.class, accepted -> assertThat(accepted.messageId())
                .startsWith("https://localhost:"));
        assertThat(phones.waiting(browser)).isEqualTo(Map.of("cart", JSON.readTree("""
                {"type": "action.requested", "action_id": "action-1", "revision": 2, "collapse_key": "cart",
                 "action": "bike_offer", "link": "https://shop.example/a/action-1", "feedback_token": "feedback-token",
                 "payload": {"title": "Velo", "price": 1299.5},
                 "title": "Velo", "text": "Your bike is waiting", "language": "en"}
                """)));
        assertThat(phones.arrived(Provider.WEB_PUSH))
                .contains(new Arrived(
                        Provider.WEB_PUSH,
                        browser.token(),
                        "action-1",
                        2,
                        "action.requested",
                        "cart",
                        Parcels.ENGLISH,
                        123,
                        true,
                        now.toEpochMilli()));
    }

    @Test
    void theHeadersSayHowLongAndHowUrgent() {
        send(parcel().parcel());
        assertThat(phones.lastHeaders(Provider.WEB_PUSH))
                .containsEntry("ttl", "123")
                .containsEntry("urgency", "high")
                .containsEntry("topic", "cart")
                .containsEntry("content-encoding", "aes128gcm")
                .containsEntry("content-type", "application/octet-stream");
        send(parcel().silent().validMillis(1).parcel());
        assertThat(phones.lastHeaders(Provider.WEB_PUSH))
                .containsEntry("ttl", "0")
                .containsEntry("urgency", "normal");
    }

    @Test
    void theSenderSaysWhoItIs() throws ParseException {
        Device browser = device("de");
        send(Parcels.to(browser).parcel());
        String authorization = phones.lastHeaders(Provider.WEB_PUSH).get("authorization");
        assertThat(authorization).matches("vapid t=[^ ,]+, k=[A-Za-z0-9_-]{87}");
        JWTClaimsSet claims =
                SignedJWT.parse(authorization.replaceAll("vapid t=|,.*", "")).getJWTClaimsSet();
        URI endpoint = URI.create(browser.token());
        assertThat(claims.getAudience()).containsExactly("https://localhost:" + endpoint.getPort());
        assertThat(claims.getSubject()).isEqualTo("mailto:push@shop.example");
        assertThat(claims.getExpirationTime())
                .isEqualTo(Date.from(now.plus(Duration.ofHours(12)).truncatedTo(ChronoUnit.SECONDS)));
    }

    @Test
    void theProofIsMadeAnewAboutEveryHour() {
        Instant[] passing = {now};
        Vapid vapid = new Vapid((ECPrivateKey) P256.newKeys().getPrivate(), "mailto:a@b.example", () -> passing[0]);
        String first = vapid.authorization(URI.create("https://push.example/1"));
        passing[0] = now.plus(Duration.ofMinutes(59));
        assertThat(vapid.authorization(URI.create("https://push.example:443/2")))
                .isEqualTo(first);
        passing[0] = now.plus(Duration.ofMinutes(61));
        assertThat(vapid.authorization(URI.create("https://push.example/1"))).isNotEqualTo(first);
        assertThat(vapid.authorization(URI.create("https://push.example:8443/1")))
                .isNotEqualTo(vapid.authorization(URI.create("https://push.example/1")));
    }

    @Test
    void whatIsTakenBackReplacesWhatHasNotArrived() throws IOException {
        Device browser = device("de");
        send(Parcels.to(browser).parcel());
        send(Parcels.to(browser).takenBack().parcel());
        assertThat(phones.waiting(browser)).isEqualTo(Map.of("cart", JSON.readTree("""
                {"type": "action.revoked", "action_id": "action-1", "revision": 2, "collapse_key": "cart"}
                """)));
        assertThat(phones.lastHeaders(Provider.WEB_PUSH)).containsEntry("urgency", "normal");
    }

    @Test
    void aLongCollapseKeyBecomesAShortTopic() {
        Device browser = device("de");
        String key = "offers of the summer for everybody who cycles";
        send(Parcels.to(browser).collapseKey(key).parcel());
        send(Parcels.to(browser).collapseKey(key).parcel());
        assertThat(phones.waiting(browser)).hasSize(1);
        assertThat(phones.waiting(browser).keySet().iterator().next()).matches("[A-Za-z0-9_-]{32}");
        JsonNode content = phones.waiting(browser).values().iterator().next();
        assertThat(content.path("collapse_key").textValue()).isEqualTo(key);
    }

    @Test
    void aSubscriptionThatEndedIsGone() {
        Device browser = device("de");
        phones.remove(browser);
        assertThat(send(Parcels.to(browser).parcel())).isEqualTo(new Answer.Gone("status_410"));
        assertThat(after(Fault.error(404))).isEqualTo(new Answer.Gone("status_404"));
    }

    @Test
    void whatTheServiceRefusesIsNotSentAgain() {
        assertThat(after(Fault.error(400))).isEqualTo(new Answer.Refused("status_400"));
        assertThat(after(Fault.error(403))).isEqualTo(new Answer.Refused("status_403"));
        assertThat(after(Fault.error(413))).isEqualTo(new Answer.Refused("too_large"));
        assertThat(after(Fault.error(429, 30))).isEqualTo(new Answer.Busy("status_429", 30_000));
    }

    @Test
    void redirectsAreNotFollowed() {
        long before = phones.counts(Provider.WEB_PUSH).requests();
        assertThat(after(Fault.error(307))).isEqualTo(new Answer.Refused("status_307"));
        assertThat(phones.counts(Provider.WEB_PUSH).requests()).isEqualTo(before + 1);
    }

    @Test
    void nobodyElseIsCalled() {
        Device.Keys keys = device("de").keys();
        for (String endpoint : new String[] {
            "https://localhost.evil.example/push/1",
            "http://localhost/push/1",
            "https://user@localhost/push/1",
            "https://127.0.0.1/push/1",
            "file:///etc/passwd",
            "not an address"
        }) {
            Device device = new Device("1", Platform.WEB, endpoint, keys, null, "de", null);
            assertThat(send(Parcels.to(device).parcel()))
                    .as(endpoint)
                    .isEqualTo(new Answer.Refused("endpoint_not_permitted"));
        }
    }

    @Test
    void withoutKeysNothingIsSent() {
        String endpoint = device("de").token();
        Device.Keys[] unreadable = {
            null,
            new Device.Keys("", ""),
            new Device.Keys("not base64!", "x"),
            new Device.Keys(Base64.getUrlEncoder().encodeToString(new byte[65]), "BTBZMqHH6r4Tts7J_aSIgg")
        };
        for (Device.Keys keys : unreadable) {
            Device device = new Device("1", Platform.WEB, endpoint, keys, null, "de", null);
            assertThat(send(Parcels.to(device).parcel())).isEqualTo(new Answer.Refused("bad_keys"));
        }
    }

    @Test
    void theBodyFitsToTheLastByte() {
        int overhead = 103;
        Device browser = device("de");
        send(Parcels.to(browser).text("").parcel());
        int fixed = phones.waiting(browser).get("cart").toString().length();
        int most = 4_096 - overhead - fixed;
        assertThat(send(parcel().text("x".repeat(most)).parcel())).isInstanceOf(Answer.Accepted.class);
        assertThat(send(parcel().text("x".repeat(most + 1)).parcel())).isEqualTo(new Answer.Refused("too_large"));
    }

    @Test
    void anotherKeyIsNotBelieved(@TempDir Path directory) throws IOException {
        Path other = directory.resolve("other.pem");
        Files.writeString(other, Parcels.privateKeyFile());
        WebPushSettings given = settings.webPush();
        PushSettings forged = new PushSettings(
                settings.channels(),
                settings.link(),
                settings.tokenSecret(),
                settings.feedbackFor(),
                settings.inFlight(),
                settings.timeout(),
                settings.trust(),
                settings.fcm(),
                settings.apns(),
                new WebPushSettings(other.toString(), given.contact(), given.hosts(), given.rate()),
                settings.webhook());
        Parcel parcel = parcel().parcel();
        try (Sender forger = Senders.open(forged, clock).get(Provider.WEB_PUSH)) {
            assertThat(forger.send(parcel).join()).isEqualTo(new Answer.Refused("status_403"));
        }
    }
}
