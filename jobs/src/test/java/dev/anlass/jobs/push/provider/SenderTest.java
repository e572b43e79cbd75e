package dev.anlass.jobs.push.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.demo.phones.Fault;
import dev.anlass.jobs.demo.phones.Faults;
import dev.anlass.jobs.demo.phones.Outage;
import dev.anlass.jobs.demo.phones.Phones;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Parcel;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Sender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What every sender does against the server that stands for its provider, over TLS. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SenderTest {

    /** It does not pass, but it is the true one: Pushy and the library of Google sign by the clock of the machine. */
    final Instant now = Instant.now();

    final InstantSource clock = InstantSource.fixed(now);

    /** Long enough for every request that is answered. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final Duration SHORT = Duration.ofMillis(300);

    final Provider provider;

    Phones phones;
    Sender sender;
    PushSettings settings;
    private Map<Provider, Sender> senders;

    SenderTest(Provider provider) {
        this.provider = provider;
    }

    abstract Device device(String locale);

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        phones = new Phones(directory, clock);
        settings = phones.settings(TIMEOUT);
        senders = Senders.open(settings, clock);
        sender = senders.get(provider);
    }

    @AfterEach
    void mend() throws IOException {
        phones.faults(Faults.NONE);
        phones.outage(provider, Outage.NONE);
    }

    @AfterAll
    void close() {
        senders.values().forEach(Sender::close);
        phones.close();
    }

    Answer send(Parcel parcel) {
        return sender.send(parcel).join();
    }

    Parcels parcel() {
        return Parcels.to(device("de-CH"));
    }

    Answer after(Fault fault) {
        phones.faults((any, request) -> fault);
        return send(parcel().parcel());
    }

    /** With a sender that waits only for a moment. */
    Answer impatiently(Parcel parcel) {
        Sender impatient = Senders.open(phones.settings(SHORT), clock).get(provider);
        try (impatient) {
            return impatient.send(parcel).join();
        }
    }

    @Test
    void whatIsTooBusyIsAskedAgainLater() {
        assertThat(after(Fault.error(429))).isInstanceOf(Answer.Busy.class);
        assertThat(after(Fault.error(500))).isInstanceOf(Answer.Busy.class);
        assertThat(after(Fault.error(503))).isInstanceOf(Answer.Busy.class);
    }

    @Test
    void nobodyKnowsWhatBecameOfAParcelWithoutAnswer() {
        phones.faults((any, request) -> Fault.SILENT_BEFORE);
        assertThat(impatiently(parcel().parcel())).isEqualTo(new Answer.Unclear("timeout"));
        phones.faults((any, request) -> Fault.SILENT_AFTER);
        Parcel accepted = parcel().parcel();
        assertThat(impatiently(accepted)).isEqualTo(new Answer.Unclear("timeout"));
        assertThat(phones.arrived(provider))
                .filteredOn(arrived -> !arrived.answered())
                .hasSize(1);
    }

    @Test
    void aProviderThatIsDownGotNothing() throws IOException {
        try (Sender fresh = Senders.open(settings, clock).get(provider)) {
            phones.outage(provider, Outage.UNREACHABLE);
            assertThat(fresh.send(parcel().parcel()).join()).isInstanceOf(Answer.Busy.class);
            phones.outage(provider, Outage.NONE);
            assertThat(fresh.send(parcel().parcel()).join()).isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void aProviderThatBreaksOffIsReachedOverANewConnection() throws IOException {
        try (Sender fresh =
                Senders.open(phones.settings(Duration.ofSeconds(2)), clock).get(provider)) {
            fresh.send(parcel().parcel()).join();
            phones.outage(provider, Outage.UNREACHABLE);
            phones.outage(provider, Outage.NONE);
            assertThat(Stream.generate(() -> fresh.send(parcel().parcel()).join())
                            .limit(10)
                            .anyMatch(Answer.Accepted.class::isInstance))
                    .isTrue();
        }
    }

    @Test
    void aServerWithoutATrustedCertificateGetsNothing() {
        PushSettings given = phones.settings(TIMEOUT);
        PushSettings distrusting = new PushSettings(
                given.channels(),
                given.link(),
                given.tokenSecret(),
                given.feedbackFor(),
                given.inFlight(),
                given.timeout(),
                "",
                given.fcm(),
                given.apns(),
                given.webPush(),
                given.webhook());
        long before = phones.counts(provider).requests();
        try (Sender distrustful = Senders.open(distrusting, clock).get(provider)) {
            assertThat(distrustful.send(parcel().parcel()).join()).isInstanceOf(Answer.Busy.class);
        }
        assertThat(phones.counts(provider).requests()).isEqualTo(before);
    }

    @Test
    void whatIsTooLargeIsNotSent() {
        long before = phones.counts(provider).requests();
        assertThat(send(parcel().payload("{\"more\":\"" + "x".repeat(70_000) + "\"}")
                        .parcel()))
                .isEqualTo(new Answer.Refused("too_large"));
        assertThat(phones.counts(provider).requests()).isEqualTo(before);
    }

    @Test
    void aPayloadThatIsNoJsonIsNotSent() {
        assertThat(send(parcel().payload("{").parcel())).isEqualTo(new Answer.Refused("bad_payload"));
    }

    @Test
    void afterTheEndNothingIsSent() {
        Sender closed = Senders.open(settings, clock).get(provider);
        closed.close();
        assertThat(closed.send(parcel().parcel()).join()).isInstanceOf(Answer.Busy.class);
    }
}
