package dev.anlass.jobs.push.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.jobs.PushJob;
import dev.anlass.jobs.TriggerJob;
import dev.anlass.jobs.advisor.desk.Browser;
import dev.anlass.jobs.config.CheckpointSettings;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.GatewaySettings;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.AppEventSink;
import dev.anlass.jobs.connector.kafka.FollowedTopic;
import dev.anlass.jobs.connector.kafka.InAppTopic;
import dev.anlass.jobs.connector.kafka.TestTopics;
import dev.anlass.jobs.demo.EmbeddedFlink;
import dev.anlass.jobs.demo.EmbeddedJob;
import dev.anlass.jobs.demo.phones.Arrived;
import dev.anlass.jobs.demo.phones.Phones;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.push.AppTokens;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.LoggedText;
import dev.anlass.jobs.push.Platform;
import dev.anlass.jobs.push.Provider;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * All of it together: what somebody does becomes an action by a rule, the action a message on the telephone and in the
 * open app, and what is answered there an event that another rule reads.
 */
@ExtendWith(TestTopics.Extension.class)
class FromRuleToBrowserTest {

    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final RuleFiles RULES = RuleFiles.none()
            .with(
                    "catalogue/events.yaml",
                    "events:\n  order.placed: {data: behaviour, fields: {name: string, total: double}}\n")
            .with("catalogue/purposes.yaml", "purposes: {service: {basis: contract}}\n")
            .with("catalogue/channels.yaml", "channels: {push: {collect_for: none}}\n")
            .with("triggers/ordered.yaml", """
                    trigger: ordered
                    purpose: service
                    channel: push
                    when: [{step: order, event: order.placed}]
                    action: {name: thanks, expires: 1h, payload: {total: "${order.total}"}, text: {en: "Your ${order.name} is on its way."}}
                    """)
            .with("triggers/accepted.yaml", """
                    trigger: accepted
                    purpose: service
                    channel: push
                    when: [{step: said, event: action.accepted}]
                    action: {name: welcome, expires: 1h, text: {en: "Glad you like it."}}
                    """);

    @TempDir
    Path directory;

    @Test
    void aRuleShowsAMessageOnTheTelephoneAndInTheBrowserAndReadsTheAnswer(TestTopics topics) throws Exception {
        topics.created(PARTITIONS).publish(new PublishedBundle("one", 0, RULES));
        try (LoggedText logs = new LoggedText(Level.INFO);
                Browser browser = Browser.ofThisMachine();
                Phones phones = new Phones(directory, InstantSource.system());
                Jobs jobs = new Jobs(settings(topics, phones))) {
            JobSettings settings = jobs.settings;
            Device phone = phones.newDevice(Platform.ANDROID, "en-GB");
            topics.write("anna", registered(phone));
            untilRead(topics, phone);
            AppTokens tokens = new AppTokens(settings.push().tokenSecret());
            try (AppEventSink events = new AppEventSink(settings.kafka())) {
                OpenApps apps = new OpenApps(InstantSource.system(), events);
                try (FollowedTopic messages = InAppTopic.start(settings.kafka(), apps, InstantSource.system());
                        Gateway gateway = new Gateway(
                                new GatewaySettings("127.0.0.1", 0, Set.of()),
                                new Gateway.Seams(tokens, apps, events, () -> false, InstantSource.system()))) {
                    gateway.start();
                    Page page = browser.page("en-GB", 360, 740, ColorScheme.LIGHT);
                    page.navigate("http://127.0.0.1:" + gateway.port() + "/sample#token="
                            + tokens.forApp(
                                    "anna", Instant.now().plusSeconds(3_600).toEpochMilli()));
                    topics.write("anna", event("order.placed", "o-1", "{\"name\":\"Atlas\",\"total\":39.0}"));
                    assertThat(page.locator(".card .text")).hasText("Your Atlas is on its way.", patient());
                    page.locator(".card .accept").click();
                    assertThat(page.locator(".card .text")).hasText("Glad you like it.", patient());
                    untilTold(topics, "\"type\":\"action.accepted\"", "\"target\":\"" + phone.id() + "\"");
                    assertThat(jobs.pages(gateway.port()) + logs.said())
                            .doesNotContain(phone.token())
                            .doesNotContain(settings.push().tokenSecret().text())
                            .doesNotContain(settings.push().webhook().secret().text())
                            .doesNotContain("Atlas")
                            .doesNotContain("anna");
                }
            }
            assertThat(phones.arrived(Provider.FCM))
                    .extracting(Arrived::text)
                    .contains("Your Atlas is on its way.", "Glad you like it.");
            assertThat(browser.complaints).isEmpty();
        }
    }

    private static HasTextOptions patient() {
        return new HasTextOptions().setTimeout(PATIENCE.toMillis());
    }

    private JobSettings settings(TestTopics topics, Phones phones) throws IOException {
        return SettingsReader.ofDefaults()
                .withKafka(topics.settings())
                .withClock(Clock.EVENTS)
                .withParallelism(1)
                .withCustomerSecret(new Secret("hidden"))
                .withPush(phones.settings(Duration.ofSeconds(10)))
                .withCheckpoints(new CheckpointSettings(
                        Duration.ofSeconds(1),
                        directory.resolve("checkpoints").toUri().toString()))
                .withPorts(String.valueOf(freePort()), 0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The push job knows the telephone: an action before that would go into the app alone. */
    private static void untilRead(TestTopics topics, Device phone) {
        topics.write("anna", event("order.placed", "o-0", "{\"name\":\"Hat\",\"total\":1.0}"));
        untilTold(topics, "\"type\":\"action.delivered\"", "\"target\":\"" + phone.id() + "\"");
    }

    private static void untilTold(TestTopics topics, String... words) {
        topics.readUntil(topics.settings().topics().events(), PATIENCE, read -> TestTopics.texts(read).stream()
                .anyMatch(event -> List.of(words).stream().anyMatch(event::contains)));
    }

    private static String registered(Device phone) {
        return event(
                "device.registered",
                "d-1",
                "{\"device_id\":\"" + phone.id() + "\",\"platform\":\"android\",\"token\":\"" + phone.token()
                        + "\",\"locale\":\"en-GB\"}");
    }

    private static String event(String type, String id, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"urn:shop\",\"type\":\"" + type
                + "\",\"subject\":\"anna\",\"time\":\"" + Instant.now() + "\",\"data\":" + data + "}";
    }

    /** The trigger job and the push job on one cluster. */
    private static final class Jobs implements AutoCloseable {

        private final JobSettings settings;
        private final EmbeddedFlink flink;
        private final List<EmbeddedJob> running;

        Jobs(JobSettings settings) throws Exception {
            this.settings = settings;
            this.flink = EmbeddedFlink.start(settings, 2);
            this.running = List.of(
                    flink.submit(TriggerJob.graph(settings, null)),
                    flink.submit(PushJob.graph(PushJob.own(settings), true)));
        }

        /** All that can be looked at: Flink's page, metrics, and those of the gateway. */
        String pages(int gatewayPort) throws Exception {
            StringBuilder pages = new StringBuilder();
            List<String> addresses = new ArrayList<>(List.of(
                    "http://localhost:" + settings.metricsPorts() + "/metrics",
                    "http://127.0.0.1:" + gatewayPort + "/metrics",
                    "http://127.0.0.1:" + gatewayPort + "/health"));
            for (String page : List.of("config", "jobs/overview", "jobmanager/config", "jobmanager/environment")) {
                addresses.add(flink.webPage() + "/" + page);
            }
            for (EmbeddedJob job : running) {
                for (String page : List.of("", "/config", "/plan", "/exceptions", "/checkpoints/config")) {
                    addresses.add(flink.webPage() + "/jobs/" + job.id() + page);
                }
            }
            HttpClient client = HttpClient.newHttpClient();
            for (String address : addresses) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
                pages.append(answer.body());
            }
            return pages.toString();
        }

        @Override
        public void close() throws Exception {
            flink.close();
        }
    }
}
