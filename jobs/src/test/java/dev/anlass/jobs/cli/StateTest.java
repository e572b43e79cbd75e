package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
import static dev.anlass.jobs.operator.TestEvents.consent;
import static dev.anlass.jobs.operator.TestEvents.order;
import static dev.anlass.jobs.operator.TestEvents.view;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.TriggerJob;
import dev.anlass.jobs.config.CheckpointSettings;
import dev.anlass.jobs.config.Clock;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code state} asks the running job, and whoever keeps the customer answers. */
@ExtendWith(TestTopics.Extension.class)
class StateTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path checkpoints;

    @Test
    void theRunningJobSaysWhatItRemembersOfEachCustomer(TestTopics topics) throws Exception {
        JobSettings settings = settings(topics);
        new RulesTopic(topics.settings()).publish(new PublishedBundle("one", 0, TestRules.files()));
        try (EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
            EmbeddedJob job = flink.submit(TriggerJob.graph(settings, null));
            URI page = flink.webPage();
            List<String> customers = List.of("c1", "c2", "c3", "c4", "c5");
            for (String customer : customers) {
                topics.write(
                        customer,
                        consent(customer, 0),
                        view(customer, "v-" + customer, 10),
                        order(customer, "o-" + customer, 5, 150));
            }
            topics.readUntil(topics.settings().topics().actions(), read -> read.size() >= customers.size());

            for (String customer : customers) {
                JsonNode state = JSON.readTree(anlass("state", "--customer", customer, "--target", page, "--json")
                        .out());
                assertThat(state.get("customer").asText()).isEqualTo(customer);
                assertThat(state.at("/chains/0/trigger").asText()).isEqualTo("viewed-not-bought");
                assertThat(state.at("/chains/0/steps/0/step").asText()).isEqualTo("view");
                assertThat(state.at("/chains/0/steps/0/event").asText()).isEqualTo("v-" + customer);
                assertThat(state.at("/actions/0/trigger").asText()).isEqualTo("big-order");
                assertThat(state.at("/contacts/0/channel").asText()).isEqualTo("push");
                assertThat(state.get("next_due").asText()).isEqualTo("2026-03-02T22:00:10Z");
                assertThat(state.get("remembered_events").asInt()).isEqualTo(3);
            }
            assertThat(anlass("state", "--customer", "c1", "--target", page).out())
                    .contains("customer: c1\n")
                    .contains("trigger viewed-not-bought\n    step view, source urn:test, event v-c1");
            CommandRun nobody = anlass("state", "--customer", "nobody", "--target", page);
            assertThat(nobody.exitCode()).isEqualTo(1);
            assertThat(nobody.err())
                    .isEqualTo("anlass state: nothing is remembered of this customer; look whether the id is right.\n");
            job.checkpoint();
            assertThat(job.isRunning()).isTrue();
        }
    }

    @Test
    void whereNoClusterIsItSaysSo() throws Exception {
        CommandRun run = anlass("state", "--customer", "c1", "--target", "http://localhost:" + freePort());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("does not answer").contains("--target URL");
    }

    private JobSettings settings(TestTopics topics) throws Exception {
        topics.created(2);
        return SettingsReader.ofDefaults()
                .withKafka(topics.settings())
                .withClock(Clock.EVENTS)
                .withParallelism(2)
                .withCheckpoints(new CheckpointSettings(
                        Duration.ofMillis(500), checkpoints.toUri().toString()))
                .withPorts(String.valueOf(freePort()), 0);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
