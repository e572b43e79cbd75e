package dev.anlass.jobs.push.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.pushy.apns.auth.ApnsVerificationKey;
import com.eatthepath.pushy.apns.server.MockApnsServer;
import com.eatthepath.pushy.apns.server.MockApnsServerBuilder;
import com.eatthepath.pushy.apns.server.PushNotificationHandlerFactory;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.server.ValidatingPushNotificationHandlerFactory;
import dev.anlass.jobs.config.ApnsSettings;
import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.demo.phones.Phones;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Platform;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Sender;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages to iOS devices, checked by the server that comes with Pushy. */
class PushyServerTest {

    private static final String TOPIC = "dev.anlass.demo";
    private static final String TOKEN = "ab".repeat(32);
    private static final String GONE = "cd".repeat(32);

    @TempDir
    Path directory;

    private final NioEventLoopGroup threads = new NioEventLoopGroup(1);
    private Phones phones;
    private MockApnsServer server;
    private Sender sender;

    @BeforeEach
    void open() throws Exception {
        phones = new Phones(directory, InstantSource.system());
    }

    @AfterEach
    @SuppressWarnings("FutureReturnValueIgnored")
    void close() {
        sender.close();
        server.shutdown().join();
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        phones.close();
    }

    @Test
    void takesWhatWeSend() throws Exception {
        start(checks());
        assertThat(send(TOKEN)).isInstanceOf(Answer.Accepted.class);
        assertThat(sender.send(Parcels.to(device(TOKEN)).takenBack().parcel()).join())
                .isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void refusesForTheReasonsOfApple() throws Exception {
        start(checks());
        assertThat(send(GONE)).isEqualTo(new Answer.Gone("unregistered"));
        assertThat(send("ef".repeat(32))).isEqualTo(new Answer.Refused("device_token_not_for_topic"));
        assertThat(send("ef")).isEqualTo(new Answer.Gone("bad_device_token"));
    }

    @Test
    void saysThatItIsNotWell() throws Exception {
        AtomicReference<RejectionReason> reason = new AtomicReference<>();
        start(session -> (headers, payload) -> {
            throw new RejectedNotificationException(reason.get());
        });
        for (RejectionReason busy : Set.of(
                RejectionReason.TOO_MANY_REQUESTS,
                RejectionReason.SERVICE_UNAVAILABLE,
                RejectionReason.INTERNAL_SERVER_ERROR,
                RejectionReason.SHUTDOWN,
                RejectionReason.EXPIRED_PROVIDER_TOKEN)) {
            reason.set(busy);
            assertThat(send(TOKEN)).as(busy.name()).isInstanceOf(Answer.Busy.class);
        }
        reason.set(RejectionReason.PAYLOAD_TOO_LARGE);
        assertThat(send(TOKEN)).isEqualTo(new Answer.Refused("too_large"));
    }

    private Answer send(String token) {
        return sender.send(Parcels.to(device(token)).parcel()).join();
    }

    private static Device device(String token) {
        return new Device("1", Platform.IOS, token, null, null, "de", null);
    }

    private PushNotificationHandlerFactory checks() throws GeneralSecurityException {
        ApnsSettings apns = phones.settings(Duration.ofSeconds(20)).apns();
        ECPrivateKey key = new KeyFile("push.apns.key", Path.of(apns.key()), "").privateKey();
        ApnsVerificationKey known = new ApnsVerificationKey(apns.keyId(), apns.teamId(), P256.publicKey(key));
        return new ValidatingPushNotificationHandlerFactory(
                Map.of(TOPIC, Set.of(TOKEN)),
                Map.of(GONE, Instant.EPOCH),
                Map.of(known.getKeyId(), known),
                Map.of(known, Set.of(TOPIC)));
    }

    private void start(PushNotificationHandlerFactory checks) throws IOException {
        var certificates = phones.certificates();
        server = new MockApnsServerBuilder()
                .setServerCredentials(certificates.chain().toArray(X509Certificate[]::new), certificates.key(), null)
                .setEventLoopGroup(threads)
                .setHandlerFactory(checks)
                .setUseAlpn(true)
                .build();
        int port = server.start(0).join();
        PushSettings given = phones.settings(Duration.ofSeconds(20));
        ApnsSettings apns = given.apns();
        sender = Senders.open(
                        new PushSettings(
                                given.channels(),
                                given.link(),
                                given.tokenSecret(),
                                given.feedbackFor(),
                                given.inFlight(),
                                given.timeout(),
                                given.trust(),
                                given.fcm(),
                                new ApnsSettings(
                                        apns.key(),
                                        apns.keyId(),
                                        apns.teamId(),
                                        apns.topic(),
                                        "https://localhost:" + port,
                                        apns.rate()),
                                given.webPush(),
                                given.webhook()),
                        InstantSource.system())
                .get(Provider.APNS);
    }
}
