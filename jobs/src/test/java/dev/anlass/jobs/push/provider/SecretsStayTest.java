package dev.anlass.jobs.push.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.config.ApnsSettings;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.FcmSettings;
import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.config.WebPushSettings;
import dev.anlass.jobs.config.WebhookSettings;
import dev.anlass.jobs.demo.phones.Fault;
import dev.anlass.jobs.demo.phones.Outage;
import dev.anlass.jobs.demo.phones.Phones;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Message;
import dev.anlass.jobs.push.Parcel;
import dev.anlass.jobs.push.Platform;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Sender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong, nothing that is secret or personal shows in logs, answers or reasons not to start. */
class SecretsStayTest {

    private static final String MARKER = "MARKER7731";
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path directory;

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Recorder recorder = new Recorder();
    private Phones phones;
    private Level before;

    /** Keeps all that is logged, with the traces of exceptions. */
    private final class Recorder extends AbstractAppender {

        Recorder() {
            super("recorder", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            said.add(event.getMessage().getFormattedMessage());
            for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
                said.add(cause.toString());
            }
        }
    }

    @BeforeEach
    void open() throws IOException {
        var root = LoggerContext.getContext(false).getConfiguration().getRootLogger();
        before = root.getLevel();
        recorder.start();
        root.addAppender(recorder, Level.ALL, null);
        root.setLevel(Level.DEBUG);
        LoggerContext.getContext(false).updateLoggers();
        phones = new Phones(directory, InstantSource.system());
    }

    @AfterEach
    void close() {
        phones.close();
        var root = LoggerContext.getContext(false).getConfiguration().getRootLogger();
        root.removeAppender("recorder");
        root.setLevel(before);
        LoggerContext.getContext(false).updateLoggers();
    }

    @Test
    void theRecorderHearsWhatIsLogged() {
        LogManager.getLogger("test").debug("something");
        assertThat(said).contains("something");
    }

    @Test
    void nothingIsSaidOfSecretsAndCustomers() throws IOException {
        for (Provider provider : List.of(Provider.FCM, Provider.APNS, Provider.WEB_PUSH, Provider.WEBHOOK)) {
            Map<Provider, Sender> senders = Senders.open(marked(phones.settings(SHORT)), InstantSource.system());
            for (Parcel parcel : parcels(provider)) {
                everythingGoesWrong(provider, senders.get(provider), parcel);
            }
            senders.values().forEach(Sender::close);
        }
        assertThat(said).isNotEmpty().noneMatch(text -> text.contains(MARKER));
    }

    private void everythingGoesWrong(Provider provider, Sender sender, Parcel parcel) throws IOException {
        for (Fault fault : List.of(
                Fault.NONE,
                Fault.error(307),
                Fault.error(400),
                Fault.error(401),
                Fault.error(403),
                Fault.error(404),
                Fault.error(429, 1),
                Fault.error(503),
                Fault.SILENT_AFTER)) {
            phones.faults((any, request) -> fault);
            hear(sender, parcel);
        }
        phones.faults((any, request) -> Fault.NONE);
        phones.outage(provider, Outage.UNREACHABLE);
        hear(sender, parcel);
        phones.outage(provider, Outage.NONE);
    }

    private void hear(Sender sender, Parcel parcel) {
        Answer answer = sender.send(parcel).join();
        said.add(answer instanceof Answer.Accepted ? "accepted" : answer.toString());
        said.add(parcel.toString());
        said.add(sender.toString());
    }

    private List<Parcel> parcels(Provider provider) {
        List<Parcel> parcels = new ArrayList<>();
        for (Device device : devices(provider)) {
            parcels.add(parcel(device, "{\"title\":\"" + MARKER + "\"}"));
            parcels.add(parcel(device, "{" + MARKER));
            parcels.add(parcel(device, "{\"a\":\"" + MARKER.repeat(10_000) + "\"}"));
        }
        return parcels;
    }

    private List<Device> devices(Provider provider) {
        Platform platform =
                switch (provider) {
                    case FCM -> Platform.ANDROID;
                    case APNS -> Platform.IOS;
                    default -> Platform.WEB;
                };
        Device.Keys keys = new Device.Keys(MARKER, MARKER);
        Device real = phones.newDevice(platform, "de");
        return List.of(
                real,
                new Device("1", platform, MARKER, real.keys(), null, "de", null),
                new Device("1", platform, "https://localhost/" + MARKER + " ?", real.keys(), null, "de", null),
                new Device("1", platform, "https://" + MARKER + ".example/", real.keys(), null, "de", null),
                new Device("1", platform, real.token(), keys, null, "de", null));
    }

    private static Parcel parcel(Device device, String payload) {
        Message message = new Message(
                MARKER,
                "action-1",
                1,
                "offer",
                "trigger",
                "bundle",
                "push",
                "offers",
                0,
                Long.MAX_VALUE / 2,
                payload,
                Map.of("de", MARKER),
                "de",
                "cart",
                null);
        return new Parcel(
                Parcels.ID, message, device, Parcel.Purpose.SHOW, 60_000, MARKER, "https://shop.example/" + MARKER);
    }

    private static PushSettings marked(PushSettings given) {
        WebhookSettings hook = given.webhook();
        return new PushSettings(
                given.channels(),
                given.link(),
                new Secret(MARKER),
                given.feedbackFor(),
                given.inFlight(),
                given.timeout(),
                given.trust(),
                given.fcm(),
                given.apns(),
                given.webPush(),
                new WebhookSettings(
                        hook.channels(), hook.address() + "?key=" + MARKER, new Secret(MARKER), hook.rate()));
    }

    @Test
    void theReasonNotToStartNamesTheFileAndNotWhatIsInIt() throws IOException {
        Path file = Files.writeString(directory.resolve("wrong"), MARKER + "\n-----BEGIN PRIVATE KEY-----\n" + MARKER);
        Path json = Files.writeString(directory.resolve("wrong.json"), "{\"type\":\"" + MARKER + "\"}");
        PushSettings given = phones.settings(SHORT);
        cannotStart("push.fcm.account", file, path -> with(given, path, null, null, null));
        cannotStart("push.fcm.account", json, path -> with(given, path, null, null, null));
        cannotStart("push.apns.key", file, path -> with(given, null, path, null, null));
        cannotStart("push.web_push.key", file, path -> with(given, null, null, path, null));
        cannotStart("push.trust", file, path -> with(given, null, null, null, path));
        Path missing = directory.resolve("missing");
        cannotStart("push.fcm.account", missing, path -> with(given, path, null, null, null));
        cannotStart("push.apns.key", missing, path -> with(given, null, path, null, null));
        cannotStart("push.web_push.key", missing, path -> with(given, null, null, path, null));
        cannotStart("push.trust", missing, path -> with(given, null, null, null, path));
    }

    private void cannotStart(String setting, Path file, Function<String, PushSettings> settings) {
        assertThatThrownBy(() -> Senders.open(settings.apply(file.toString()), InstantSource.system()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(setting)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining(MARKER)
                .hasNoCause();
    }

    private static PushSettings with(PushSettings given, String account, String apns, String vapid, String trust) {
        ApnsSettings apple = given.apns();
        WebPushSettings web = given.webPush();
        return new PushSettings(
                given.channels(),
                given.link(),
                given.tokenSecret(),
                given.feedbackFor(),
                given.inFlight(),
                given.timeout(),
                trust == null ? given.trust() : trust,
                account == null
                        ? given.fcm()
                        : new FcmSettings(account, given.fcm().address(), 1),
                apns == null
                        ? apple
                        : new ApnsSettings(apns, apple.keyId(), apple.teamId(), apple.topic(), apple.address(), 1),
                vapid == null ? web : new WebPushSettings(vapid, web.contact(), web.hosts(), 1),
                given.webhook());
    }

    @Test
    void onlyWhatIsWantedIsOpened() {
        PushSettings none = with(phones.settings(SHORT), "", "", "", null);
        PushSettings nothing = new PushSettings(
                Set.of(),
                "",
                Secret.NONE,
                SHORT,
                1,
                SHORT,
                "",
                none.fcm(),
                none.apns(),
                none.webPush(),
                new WebhookSettings(Set.of(), "", Secret.NONE, 1));
        assertThat(Senders.open(nothing, InstantSource.system())).isEmpty();
    }
}
