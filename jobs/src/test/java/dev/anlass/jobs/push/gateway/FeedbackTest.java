package dev.anlass.jobs.push.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.connector.kafka.TestTopics;
import dev.anlass.jobs.push.AppTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What apps say became of an action stands in the events, and nothing else does. */
@ExtendWith(TestTopics.Extension.class)
class FeedbackTest {

    private GatewayWorld world;
    private String token;

    @BeforeEach
    void open(TestTopics topics) {
        world = new GatewayWorld(topics);
        token = world.feedbackToken("anna", "a-1");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void eachOutcomeBecomesAnEvent() throws Exception {
        for (Outcome outcome : Outcome.values()) {
            HttpResponse<String> answer = post("application/json", body(token, outcome.word()));
            assertThat(answer.statusCode()).isEqualTo(202);
        }
        assertThat(events(4)).zipSatisfy(Arrays.asList(Outcome.values()), (event, outcome) -> assertThat(event)
                .startsWith("{\"specversion\":\"1.0\",\"id\":\"a-1/" + outcome.word()
                        + "\",\"source\":\"urn:anlass:gateway\",\"type\":\"action." + outcome.word()
                        + "\",\"subject\":\"anna\",\"time\":\"")
                .endsWith("\"data\":{\"action_id\":\"a-1\"}}"));
        assertThat(metrics()).contains("anlass_gateway_feedback_total{outcome=\"converted\"} 1");
    }

    @Test
    void aBeaconIsTaken() throws Exception {
        assertThat(post("text/plain;charset=UTF-8", body(token, "opened")).statusCode())
                .isEqualTo(202);
        assertThat(events(1)).hasSize(1);
    }

    @Test
    void aTokenThatDoesNotHoldPermitsNothing() throws Exception {
        String foreign = new AppTokens(new Secret("another secret that is long enough too"))
                .forFeedback("anna", "a-1", world.now.get() + GatewayWorld.HOUR);
        String expired = world.tokens.forFeedback("anna", "a-1", world.now.get());
        String[] parts = token.split("\\.", -1);
        String tampered = parts[0] + "." + world.feedbackToken("ben", "a-1").split("\\.", -1)[1] + "." + parts[2];
        String unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        for (String bad : List.of(foreign, expired, world.token("anna"), tampered, unsigned, "", "x")) {
            HttpResponse<String> answer = post("application/json", body(bad, "accepted"));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("\"error\"", "\"hint\"");
            assertThat(bad.isEmpty() || bad.equals("x") || !answer.body().contains(bad))
                    .isTrue();
        }
        assertNothingButTheMarker();
        assertThat(metrics()).contains("anlass_gateway_refused_total{reason=\"bad_token\"} 7");
    }

    @Test
    void whatIsNoFeedbackIsRefused() throws Exception {
        assertStatus(400, "application/json", "");
        assertStatus(400, "application/json", "[]");
        assertStatus(400, "application/json", "{\"token\":5,\"outcome\":\"opened\"}");
        assertStatus(400, "application/json", body(token, "opened") + "x");
        assertStatus(400, "application/json", body(token, "bought"));
        assertStatus(413, "application/json", body("x".repeat(5_000), "opened"));
        assertStatus(415, "application/x-www-form-urlencoded", body(token, "opened"));
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/feedback").statusCode()).isEqualTo(405);
        assertNothingButTheMarker();
    }

    @Test
    void aCustomerWhoAsksTooOftenHasToWait() throws Exception {
        for (int i = 0; i < Allowance.MOST_PER_MINUTE; i++) {
            assertThat(post("text/plain", body(token, "opened")).statusCode()).isEqualTo(202);
        }
        HttpResponse<String> answer = post("text/plain", body(token, "opened"));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(post("text/plain", body(world.feedbackToken("ben", "b-1"), "opened"))
                        .statusCode())
                .isEqualTo(202);
        world.now.addAndGet(60_000);
        assertThat(post("text/plain", body(token, "opened")).statusCode()).isEqualTo(202);
    }

    @Test
    void whatTheBrokerDoesNotTakeIsNotAccepted() throws Exception {
        OpenApps apps = new OpenApps(world.wall, event -> null);
        AppEventTaker broken = event ->
                java.util.concurrent.CompletableFuture.failedFuture(new IllegalStateException("about " + token));
        try (Gateway gateway = new Gateway(
                        new dev.anlass.jobs.config.GatewaySettings("127.0.0.1", 0, java.util.Set.of()),
                        new Gateway.Seams(world.tokens, apps, broken, () -> true, world.wall))
                .start()) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/feedback"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body(token, "opened"))));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("Send it again later").doesNotContain(token);
        }
    }

    @Test
    void onlyPagesOfKnownOriginsMayReadTheAnswers() throws Exception {
        for (String method : List.of("OPTIONS", "POST")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(world.url() + "/feedback"))
                    .header("Content-Type", "text/plain")
                    .method(method, BodyPublishers.ofString(body(token, "opened")));
            assertThat(send(request.copy().header("Origin", GatewayWorld.ORIGIN))
                            .headers()
                            .firstValue("Access-Control-Allow-Origin"))
                    .contains(GatewayWorld.ORIGIN);
            assertThat(send(request.copy().header("Origin", "https://evil.example"))
                            .headers()
                            .map())
                    .doesNotContainKey("access-control-allow-origin")
                    .doesNotContainKey("access-control-allow-methods");
        }
        assertThat(send(HttpRequest.newBuilder(URI.create(world.url() + "/in-app"))
                                .header("Origin", GatewayWorld.ORIGIN)
                                .method("OPTIONS", BodyPublishers.noBody()))
                        .headers()
                        .firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(headers -> assertThat(headers).contains("Authorization", "Last-Event-ID"));
    }

    private void assertStatus(int status, String type, String body) throws Exception {
        HttpResponse<String> answer = post(type, body);
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(answer.body()).contains("\"error\"", "\"hint\"");
    }

    private void assertNothingButTheMarker() throws Exception {
        assertThat(post("application/json", body(world.feedbackToken("marker", "a-2"), "opened"))
                        .statusCode())
                .isEqualTo(202);
        assertThat(events(1)).hasSize(1).allSatisfy(event -> assertThat(event).contains("marker"));
    }

    private List<String> events(int many) {
        String topic = world.topics.settings().topics().events();
        return TestTopics.texts(world.topics.readUntil(topic, read -> read.size() >= many));
    }

    private String metrics() throws Exception {
        return get("/metrics").body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(world.url() + path)));
    }

    private HttpResponse<String> post(String type, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(world.url() + "/feedback"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String body(String token, String outcome) {
        return "{\"token\":\"" + token + "\",\"outcome\":\"" + outcome + "\"}";
    }
}
