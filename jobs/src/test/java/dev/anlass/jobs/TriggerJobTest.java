package dev.anlass.jobs;

import static dev.anlass.jobs.connector.kafka.TestTopics.texts;
import static dev.anlass.jobs.operator.TestEvents.consent;
import static dev.anlass.jobs.operator.TestEvents.event;
import static dev.anlass.jobs.operator.TestEvents.order;
import static dev.anlass.jobs.operator.TestEvents.tick;
import static dev.anlass.jobs.operator.TestEvents.view;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.config.CheckpointSettings;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.Delivery;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.connector.kafka.TestTopics;
import dev.anlass.jobs.demo.EmbeddedFlink;
import dev.anlass.jobs.demo.EmbeddedJob;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.TestRules;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole job between real topics, with its state in RocksDB. */
@ExtendWith(TestTopics.Extension.class)
class TriggerJobTest {

    private static final int PARTITIONS = 2;
    private static final long HOUR = 3600;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path checkpoints;

    @Test
    void badInputIsRejectedWithItsReasonAndTheJobGoesOn(TestTopics topics) throws Exception {
        JobSettings settings = settings(topics, Clock.EVENTS);
        try (EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
            EmbeddedJob job = flink.submit(TriggerJob.graph(settings, null));
            topics.write("c1", consent("c1", 0), order("c1", "o1", 10, 150));
            topics.write("c2", consent("c2", 0));

            topics.write("c1", "{\"specversion\":\"1.0\",\"id\":");
            topics.write("c1", event("c1", "b2", "order.placed", 11, "{\"order_id\":\"" + "x".repeat(500_000) + "\"}"));
            topics.write("c1", event("c1", "b3", "order.placed", 11, "{\"total\":\"much\"}"));
            topics.write("c1", order("c1", "b4", 11, 500).replace("\"subject\":\"c1\",", ""));
            topics.write("c1", order("c1", "b5", 11, 500).replace("2026-03-02T", "2026-02-30T"));
            topics.write("c1", event("c1", "b6", "location.reported", 11, "{\"lat\":91.0,\"lon\":8.5}"));
            topics.write("c2", event("c2", "b7", "consent.changed", 11, "{\"record_id\":\"r\",\"status\":\"given\"}"));
            topics.write("c1", event("c1", "b8", "weather.changed", 11, "{}"));
            topics.write("c2", order("c2", "o1", 12, 150));
            topics.write("c1", order("c1", "o2", 12, 150));

            assertThat(rejected(topics, 7))
                    .extracting(line -> line.get("reason").asText() + " "
                            + line.path("event_id").asText())
                    .containsExactlyInAnyOrder(
                            "not_json ",
                            "too_large b2",
                            "bad_field:total b3",
                            "missing:subject b4",
                            "bad_time b5",
                            "bad_location b6",
                            "bad_consent b7");
            assertThat(actions(topics, 2)).containsExactly("c1 thanks o1", "c1 thanks o2");
            assertThat(decisions(topics, 2)).allMatch(record -> record.startsWith("c1 emitted"));
            assertThat(job.isRunning()).isTrue();
            assertThat(metrics(settings))
                    .contains("trigger=\"big_order\"")
                    .contains("reason=\"bad_time\"")
                    .contains("decision_latency_ms");
        }
    }

    @Test
    void aLostTaskManagerLosesNothing(TestTopics topics) throws Exception {
        JobSettings settings = settings(topics, Clock.EVENTS);
        try (EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
            EmbeddedJob job = flink.submit(TriggerJob.graph(settings, null));
            topics.write("c1", consent("c1", 0), view("c1", "v1", 10), order("c2", "o0", 10, 1));
            topics.write("c2", consent("c2", 0), order("c2", "o1", 10, 150));
            assertThat(actions(topics, 1)).containsExactly("c2 thanks o1");
            job.checkpoint();

            topics.write("c2", view("c2", "v2", 20));
            flink.replaceTaskManager();
            topics.writeToAll(PARTITIONS, tick(3 * HOUR));

            assertThat(actions(topics, 3)).contains("c2 thanks o1", "c1 reminder p-v1", "c2 reminder p-v2");
        }
    }

    @Test
    void aCancelledJobGoesOnFromItsNewestCheckpoint(TestTopics topics) throws Exception {
        JobSettings settings = settings(topics, Clock.EVENTS);
        settings = settings.withKafka(settings.kafka().withDelivery(Delivery.EXACTLY_ONCE));
        try (EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
            EmbeddedJob job = flink.submit(TriggerJob.graph(settings, null));
            topics.write("c1", consent("c1", 0), view("c1", "v1", 10), order("c2", "o0", 10, 1));
            topics.write("c2", consent("c2", 0), order("c2", "o1", 10, 150));
            assertThat(actions(topics, 1)).containsExactly("c2 thanks o1");
            job.checkpoint();
            job.cancel();

            String newest = LatestCheckpoint.in(settings.checkpoints()).orElseThrow();
            flink.submit(TriggerJob.graph(settings, newest));
            topics.writeToAll(PARTITIONS, tick(3 * HOUR));

            assertThat(actions(topics, 2)).containsExactlyInAnyOrder("c2 thanks o1", "c1 reminder p-v1");
        }
    }

    @Test
    void timePassesByTheTicksOfTheJob(TestTopics topics) throws Exception {
        JobSettings settings = settings(topics, Clock.TICKS);
        try (EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
            flink.submit(TriggerJob.graph(settings, null));
            topics.write("c1", consent("c1", 0), view("c1", "v1", 10));

            assertThat(actions(topics, 1)).containsExactly("c1 reminder p-v1");
        }
    }

    private JobSettings settings(TestTopics topics, Clock clock) throws Exception {
        topics.created(PARTITIONS);
        new RulesTopic(topics.settings()).publish(new PublishedBundle("one", 0, TestRules.files()));
        return SettingsReader.ofDefaults()
                .withKafka(topics.settings())
                .withClock(clock)
                .withCheckpoints(new CheckpointSettings(
                        Duration.ofMillis(500), checkpoints.toUri().toString()))
                .withPorts(String.valueOf(freePort()), 0);
    }

    private static List<JsonNode> rejected(TestTopics topics, int number) throws Exception {
        return read(topics, topics.settings().topics().rejected(), number);
    }

    private static List<String> actions(TestTopics topics, int number) throws Exception {
        List<String> actions = new ArrayList<>();
        for (JsonNode action : read(topics, topics.settings().topics().actions(), number)) {
            JsonNode data = action.get("data");
            actions.add(
                    action.get("subject").asText() + " " + data.get("action").asText() + " "
                            + data.get("payload").elements().next().asText());
        }
        return actions;
    }

    private static List<String> decisions(TestTopics topics, int number) throws Exception {
        List<String> decisions = new ArrayList<>();
        for (JsonNode record : read(topics, topics.settings().topics().decisions(), number)) {
            decisions.add(record.get("subject").asText() + " "
                    + record.at("/data/outcome").asText());
        }
        return decisions;
    }

    private static List<JsonNode> read(TestTopics topics, String topic, int number) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> records = topics.readUntil(topic, read -> read.size() >= number);
        List<JsonNode> parsed = new ArrayList<>();
        for (String text : texts(records)) {
            parsed.add(JSON.readTree(text));
        }
        return parsed;
    }

    private static String metrics(JobSettings settings) throws Exception {
        URI page = URI.create("http://localhost:" + settings.metricsPorts() + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
