package dev.anlass.jobs.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The compose file, brought up as processes: run by {@code docker/check --processes}, for it takes minutes. */
@EnabledIfSystemProperty(named = "anlass.processes", matches = "true")
class ContainerProcessesTest {

    private static final Path RULES = Path.of("src", "test", "resources", "docker", "rules");
    private static final Path WORK = Path.of("target", "containers").toAbsolutePath();
    private static final Pattern METRIC = Pattern.compile("\\bflink_\\w+");
    private static final Pattern COMPLETED = Pattern.compile("\"completed\":(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void aMomentIsNoticedThoughTheJobManagerDiesWhileItIsWaitedFor() throws Exception {
        Containers containers = new Containers(Files.createTempDirectory(Files.createDirectories(WORK), "run-"), RULES);
        ComposeFile compose = ComposeFile.with(Map.of("ANLASS_CHECKPOINTS_INTERVAL", "1s"));
        Topics topics = new Topics(containers.here("kafka:9092"));
        try (ContainerProcesses processes = new ContainerProcesses(compose, containers)) {
            processes.up("kafka", "zookeeper", "topics", "rules", "jobmanager", "taskmanager");
            processes.awaitHealthy("taskmanager");
            processes.awaitHealthy("jobmanager");

            topics.send("anna", "{ half a");
            topics.send("anna", consent());
            topics.send("anna", event("e2", "cart.product_added", "{\"product_id\":\"p1\"}"));
            assertThat(topics.await("anlass.rejected", PATIENCE)).contains("\"not_json\"");
            awaitCheckpointAfter(completed(processes), processes);
            String metrics = processes.metrics("jobmanager") + processes.metrics("taskmanager");
            assertThat(topics.read("anlass.actions")).isEmpty();

            processes.kill("jobmanager");
            processes.start("jobmanager");
            processes.awaitHealthy("jobmanager");

            assertThat(topics.await("anlass.actions", PATIENCE))
                    .contains("\"trigger\":\"basket-reminder\"")
                    .contains("\"product_id\":\"p1\"")
                    .contains("\"event\":\"e2\"");
            assertThat(metrics).contains(metricsOfTheAlerts());
        }
    }

    /** The second one after now holds all that was read until now. */
    private static void awaitCheckpointAfter(int before, ContainerProcesses processes) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (completed(processes) < before + 2) {
            assertThat(System.nanoTime()).as("no checkpoint").isLessThan(end);
            Thread.sleep(200);
        }
    }

    private static int completed(ContainerProcesses processes) throws Exception {
        Matcher count = COMPLETED.matcher(processes.checkpoints());
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    private static List<String> metricsOfTheAlerts() throws IOException {
        String alerts = Files.readString(ComposeFile.DIRECTORY.resolve("prometheus/alerts.yml"));
        return METRIC.matcher(alerts)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private static String consent() {
        return event(
                "e1",
                "consent.changed",
                "{\"record_id\":\"r1\",\"purpose\":\"offers\",\"status\":\"given\",\"channels\":[\"push\"],"
                        + "\"data\":[\"behaviour\"],\"notice\":\"v1\"}");
    }

    private static String event(String id, String type, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"urn:check\",\"type\":\"" + type
                + "\",\"subject\":\"anna\",\"time\":\"" + Instant.now() + "\",\"data\":" + data + "}";
    }
}
