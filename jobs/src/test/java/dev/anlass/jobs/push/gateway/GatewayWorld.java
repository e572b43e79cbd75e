package dev.anlass.jobs.push.gateway;

import dev.anlass.jobs.config.GatewaySettings;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.connector.MessageJson;
import dev.anlass.jobs.connector.kafka.AppEventSink;
import dev.anlass.jobs.connector.kafka.FollowedTopic;
import dev.anlass.jobs.connector.kafka.InAppTopic;
import dev.anlass.jobs.connector.kafka.TestTopics;
import dev.anlass.jobs.push.AppTokens;
import dev.anlass.jobs.push.Message;
import dev.anlass.jobs.push.Parcel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A gateway with a topic of messages, on a day whose clock is moved by hand. */
final class GatewayWorld implements AutoCloseable {

    static final Secret SECRET = new Secret("a secret of the tests that is long enough");
    static final String ORIGIN = "https://shop.example";
    static final long HOUR = 3_600_000;

    /** Before the broker stamps its records, whose clock is the real one. */
    static final long NOON = Instant.parse("2024-03-04T12:00:00Z").toEpochMilli();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final TestTopics topics;
    final AppTokens tokens = new AppTokens(SECRET);
    final AtomicLong now = new AtomicLong(NOON);
    final InstantSource wall = () -> Instant.ofEpochMilli(now.get());
    private int port;
    private AppEventSink events;
    private OpenApps apps;
    private FollowedTopic messages;
    private Gateway gateway;

    GatewayWorld(TestTopics topics) {
        this.topics = topics.created(3);
        open();
    }

    /** Ends it and begins again, at the same address. */
    void restart() {
        close();
        open();
    }

    private void open() {
        events = new AppEventSink(topics.settings());
        apps = new OpenApps(wall, events);
        messages = InAppTopic.start(topics.settings(), apps, wall);
        gateway = new Gateway(
                        new GatewaySettings("127.0.0.1", port, Set.of(ORIGIN)),
                        new Gateway.Seams(tokens, apps, events, () -> false, wall))
                .start();
        port = gateway.port();
        while (!apps.isReady()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        gateway.close();
        messages.close();
        events.close();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    OpenApps apps() {
        return apps;
    }

    String token(String customer) {
        return tokens.forApp(customer, now.get() + 10 * HOUR);
    }

    String feedbackToken(String customer, String actionId) {
        return tokens.forFeedback(customer, actionId, now.get() + 10 * HOUR);
    }

    Reading reading(String customer, String... headers) {
        return Reading.of(url() + "/in-app?token=" + token(customer), headers);
    }

    /** Everything that stands in the topic has been told. */
    void caughtUp() {
        try {
            messages.awaitEnd(PATIENCE);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Message message(String customer, String actionId) {
        return message(customer, actionId, "Your Atlas is waiting.", "k-" + actionId);
    }

    Message message(String customer, String actionId, String text, String collapseKey) {
        return message(customer, actionId, "en", text, collapseKey);
    }

    Message message(String customer, String actionId, String language, String text, String collapseKey) {
        return new Message(
                customer,
                actionId,
                1,
                "pickup-offer",
                "cart-pickup-offer",
                "2026.03.02-3f9c",
                "push",
                "personalised-offers",
                now.get(),
                now.get() + HOUR,
                "{\"product_id\":\"g-1\",\"price\":39.0}",
                Map.of(language, text),
                language,
                collapseKey,
                null);
    }

    void post(String customer, String... actionIds) {
        for (String actionId : actionIds) {
            post(message(customer, actionId), "https://shop.example/a/" + actionId);
        }
    }

    void post(Message message, String link) {
        Parcel parcel = new Parcel(
                "0".repeat(32),
                message,
                null,
                Parcel.Purpose.SHOW,
                HOUR,
                feedbackToken(message.customer(), message.actionId()),
                link);
        write(message.customer(), MessageJson.posted(parcel, now.get()));
    }

    void takeBack(String customer, String actionId) {
        write(customer, MessageJson.takenBack(message(customer, actionId), "vanished", now.get()));
    }

    void erase(String customer) {
        write(customer, MessageJson.erased(customer, now.get()));
    }

    void write(String customer, byte[] value) {
        topics.writeTo(topics.settings().topics().inApp(), customer, new String(value, StandardCharsets.UTF_8));
    }
}
