package dev.anlass.jobs.push.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.connector.kafka.TestTopics;
import dev.anlass.jobs.push.gateway.Reading.Event;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Open apps are told what is to be shown, by a real server that reads a real topic. */
@ExtendWith(TestTopics.Extension.class)
class InAppTest {

    private GatewayWorld world;
    private int markers;

    @BeforeEach
    void open(TestTopics topics) {
        world = new GatewayWorld(topics);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anAppIsToldWhatIsOpenAndThenWhatComes() {
        world.post("anna", "a-1");
        world.post("ben", "b-1");
        world.caughtUp();
        try (Reading anna = world.reading("anna")) {
            Event first = anna.next();
            assertThat(first.told()).isEqualTo("message a-1");
            assertThat(first.data().fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "action_id",
                            "revision",
                            "text",
                            "language",
                            "payload",
                            "link",
                            "expires_at",
                            "feedback_token",
                            "collapse_key");
            assertThat(first.data().at("/payload/price").asText()).isEqualTo("39.0");
            world.post("ben", "b-2");
            world.post("anna", "a-2");
            assertThat(anna.next().told()).isEqualTo("message a-2");
            world.takeBack("anna", "a-1");
            assertThat(anna.next().told()).isEqualTo("taken_back a-1");
        }
    }

    @Test
    void anAppThatComesBackIsToldOnlyWhatChanged() {
        String last;
        try (Reading anna = world.reading("anna")) {
            world.post("anna", "a-1", "a-2");
            anna.next();
            last = anna.next().id();
        }
        world.takeBack("anna", "a-1");
        world.post("anna", "a-3");
        world.caughtUp();
        assertThat(told(3, world.reading("anna", "Last-Event-ID", last)))
                .containsExactly("taken_back a-1", "message a-3", "message marker");
    }

    @Test
    void itIsTheSameAfterARestart() {
        String last;
        try (Reading anna = world.reading("anna")) {
            world.post("anna", "a-1", "a-2");
            anna.next();
            last = anna.next().id();
        }
        world.takeBack("anna", "a-2");
        world.restart();
        assertThat(told(2, world.reading("anna", "Last-Event-ID", last)))
                .containsExactly("taken_back a-2", "message marker");
    }

    @Test
    void whatWasExpiredErasedOrTakenBackIsNotShown() {
        world.post("anna", "a-1");
        world.post("anna", "a-2");
        world.takeBack("anna", "a-2");
        world.post("ben", "b-1");
        world.erase("ben");
        world.caughtUp();
        world.now.addAndGet(GatewayWorld.HOUR);
        assertThat(told(1, world.reading("anna"))).containsExactly("message marker");
        assertThat(told(1, "ben", world.reading("ben"))).containsExactly("message marker");
    }

    @Test
    void anErasureIsToldAndAnAppThatWasAwayBeginsAnew() {
        String last;
        try (Reading anna = world.reading("anna")) {
            world.post("anna", "a-1");
            last = anna.next().id();
            world.erase("anna");
            assertThat(anna.next().told()).isEqualTo("taken_back a-1");
        }
        world.caughtUp();
        assertThat(told(2, world.reading("anna", "Last-Event-ID", last))).containsExactly("reset", "message marker");
        assertThat(told(2, world.reading("anna", "Last-Event-ID", "nonsense")))
                .containsExactly("reset", "message marker");
    }

    @Test
    void aMessageOfTheSameCollapseKeyTakesThePlace() {
        world.post(world.message("anna", "a-1", "one", "same"), "");
        world.post(world.message("anna", "a-2", "two", "same"), "");
        world.caughtUp();
        assertThat(told(2, world.reading("anna"))).containsExactly("message a-2", "message marker");
    }

    @Test
    void aDeliveryIsWrittenToTheEventsOnce() {
        world.post("anna", "a-1");
        world.caughtUp();
        for (int i = 0; i < 2; i++) {
            try (Reading anna = world.reading("anna")) {
                assertThat(anna.next().told()).isEqualTo("message a-1");
            }
        }
        world.post("anna", "a-2");
        try (Reading anna = world.reading("anna")) {
            anna.next();
            anna.next();
        }
        String events = world.topics.settings().topics().events();
        assertThat(TestTopics.texts(world.topics.readUntil(events, read -> read.size() >= 2)))
                .hasSize(2)
                .anySatisfy(event -> assertThat(event)
                        .contains(
                                "\"id\":\"a-1/delivered/1/in_app\"",
                                "\"type\":\"action.delivered\"",
                                "\"subject\":\"anna\"",
                                "\"provider\":\"in_app\"",
                                "\"source\":\"urn:anlass:gateway\""));
    }

    @Test
    void theTokenMayStandInTheHeaderAndOnlyAnInAppTokenCounts() throws Exception {
        world.post("anna", "a-1");
        world.caughtUp();
        try (Reading anna = Reading.of(world.url() + "/in-app", "Authorization", "Bearer " + world.token("anna"))) {
            assertThat(anna.next().told()).isEqualTo("message a-1");
        }
        String expired = world.tokens.forApp("anna", world.now.get());
        for (String token : List.of("", "x", world.feedbackToken("anna", "a-1"), expired, world.token("anna") + "x")) {
            assertThat(get("/in-app?token=" + token).statusCode()).as(token).isEqualTo(401);
        }
        assertThat(get("/in-app").body()).contains("\"error\"", "\"hint\"");
    }

    @Test
    void aConnectionEndsWithItsToken() {
        try (Reading anna = world.reading("anna")) {
            world.post("anna", "a-1");
            anna.next();
            world.now.addAndGet(11 * GatewayWorld.HOUR);
            world.apps().beat();
            assertThat(anna.next().told()).isEqualTo("end");
        }
    }

    @Test
    void ofTooManyConnectionsOfACustomerTheOldestEnds() throws Exception {
        List<Reading> readings = new ArrayList<>();
        world.post("anna", "a-1");
        world.caughtUp();
        for (int i = 0; i <= OpenApps.MOST_OF_CUSTOMER; i++) {
            readings.add(world.reading("anna"));
            assertThat(readings.get(i).next().told()).isEqualTo("message a-1");
        }
        assertThat(readings.get(0).next().told()).isEqualTo("end");
        assertThat(get("/metrics").body())
                .contains(
                        "anlass_gateway_connections " + OpenApps.MOST_OF_CUSTOMER + "\n",
                        "anlass_gateway_messages 1\n",
                        "anlass_gateway_ended_total{reason=\"too_many\"} 1\n")
                .doesNotContain("anna");
        readings.forEach(Reading::close);
    }

    @Test
    void whatCannotBeReadIsPassedOver() {
        world.write("anna", new byte[] {'{'});
        world.write("anna", "x".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(told(1, world.reading("anna"))).containsExactly("message marker");
    }

    @Test
    void itSaysHowItIs() throws Exception {
        assertThat(get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
        OpenApps starting = new OpenApps(world.wall, event -> new java.util.concurrent.CompletableFuture<>());
        try (Gateway gateway = new Gateway(
                        new dev.anlass.jobs.config.GatewaySettings("127.0.0.1", 0, java.util.Set.of()),
                        new Gateway.Seams(world.tokens, starting, event -> null, () -> false, world.wall))
                .start()) {
            String url = "http://127.0.0.1:" + gateway.port();
            assertThat(ask(url + "/health").statusCode()).isEqualTo(503);
            assertThat(ask(url + "/in-app?token=" + world.token("anna")).statusCode())
                    .isEqualTo(503);
        }
    }

    /** So many events; the last of them is that of a message which is posted now. */
    private List<String> told(int many, Reading reading) {
        return told(many, "anna", reading);
    }

    private List<String> told(int many, String customer, Reading reading) {
        String marker = "marker-" + ++markers;
        world.post(customer, marker);
        try (reading) {
            List<String> told = new ArrayList<>();
            while (told.isEmpty() || !told.get(told.size() - 1).endsWith(marker)) {
                told.add(reading.next().told());
            }
            assertThat(told).hasSize(many);
            return told.stream()
                    .map(each -> each.replaceAll("marker-.*", "marker"))
                    .toList();
        } finally {
            world.takeBack(customer, marker);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return ask(world.url() + path);
    }

    private static HttpResponse<String> ask(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
}
