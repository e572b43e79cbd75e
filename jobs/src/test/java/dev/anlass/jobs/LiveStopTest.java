package dev.anlass.jobs;

import static dev.anlass.jobs.operator.TestEvents.consent;
import static dev.anlass.jobs.operator.TestEvents.order;
import static dev.anlass.jobs.operator.TestEvents.view;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.config.CheckpointSettings;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.connector.kafka.Stopping;
import dev.anlass.jobs.connector.kafka.TestTopics;
import dev.anlass.jobs.demo.EmbeddedFlink;
import dev.anlass.jobs.demo.EmbeddedJob;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.Stoppable;
import dev.anlass.jobs.operator.Stoppable.Kind;
import dev.anlass.jobs.operator.TestRules;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is stopped while the job runs is refused in every subtask, over a restart, until it is started again. */
@ExtendWith(TestTopics.Extension.class)
class LiveStopTest {

    private static final int SUBTASKS = 2;

    /** So many that each subtask has some. */
    private static final List<String> CUSTOMERS =
            IntStream.range(0, 20).mapToObj(number -> "c" + number).toList();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Stoppable> PUSH = List.of(new Stoppable(Kind.CHANNEL, "push"));
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path checkpoints;

    @Test
    void aStopHoldsInEverySubtaskAndOverARestartUntilTheStart(TestTopics topics) throws Exception {
        JobSettings settings = settings(topics);
        RulesTopic rules = new RulesTopic(topics.settings());
        rules.publish(new PublishedBundle("one", 0, TestRules.files()));
        Stopping stopping = new Stopping(rules);
        try (EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
            EmbeddedJob job = flink.submit(TriggerJob.graph(settings, null));
            for (String customer : CUSTOMERS) {
                topics.write(customer, consent(customer, 0), order(customer, "o1", 10, 150));
            }
            assertThat(decided(topics, 1)).containsOnly("emitted");

            stopping.stop(PUSH, Instant.now(), "a test");
            untilAllKnow(1, settings);
            CUSTOMERS.forEach(customer -> topics.write(customer, order(customer, "o2", 20, 150)));
            assertThat(decided(topics, 2)).containsOnly("stopped");

            job.checkpoint();
            job.cancel();
            String newest = LatestCheckpoint.in(settings.checkpoints()).orElseThrow();
            flink.submit(TriggerJob.graph(settings, newest));
            CUSTOMERS.forEach(
                    customer -> topics.write(customer, view(customer, "v", 25), order(customer, "o3", 30, 150)));
            assertThat(decided(topics, 3)).containsOnly("stopped");

            assertThat(stopping.start(PUSH)).isEmpty();
            untilAllKnow(0, settings);
            CUSTOMERS.forEach(customer -> topics.write(customer, order(customer, "o4", 40, 150)));
            assertThat(decided(topics, 4)).containsOnly("emitted");
            assertThat(topics.size(topics.settings().topics().actions())).isEqualTo(2L * CUSTOMERS.size());
        }
    }

    /** The newest decisions, one for each customer, of so many for each: the reason, or the outcome where there is none. */
    private static List<String> decided(TestTopics topics, int rounds) throws Exception {
        List<JsonNode> read = new ArrayList<>();
        for (String text : TestTopics.texts(topics.readUntil(
                topics.settings().topics().decisions(), records -> records.size() >= rounds * CUSTOMERS.size()))) {
            read.add(JSON.readTree(text).get("data"));
        }
        assertThat(read).hasSize(rounds * CUSTOMERS.size());
        return read.stream()
                .sorted(Comparator.comparing(
                        data -> data.at("/evidence/0/event").asText()))
                .skip((long) (rounds - 1) * CUSTOMERS.size())
                .map(data -> data.get(data.has("reason") ? "reason" : "outcome").asText())
                .toList();
    }

    private static void untilAllKnow(int stops, JobSettings settings) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> told = List.of();
        while (told.size() < SUBTASKS || !told.stream().allMatch(line -> line.endsWith(" " + stops + ".0"))) {
            assertThat(System.nanoTime()).as("who knows what: %s", told).isLessThan(deadline);
            told = metrics(settings)
                    .lines()
                    .filter(line -> line.contains("_stops{") && line.contains("operator_name=\"trigger\""))
                    .toList();
        }
    }

    private JobSettings settings(TestTopics topics) throws Exception {
        topics.created(SUBTASKS);
        return SettingsReader.ofDefaults()
                .withKafka(topics.settings())
                .withClock(Clock.EVENTS)
                .withParallelism(SUBTASKS)
                .withCheckpoints(new CheckpointSettings(
                        Duration.ofMillis(500), checkpoints.toUri().toString()))
                .withPorts(String.valueOf(freePort()), 0);
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
