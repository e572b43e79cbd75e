package dev.anlass.jobs;

import static dev.anlass.jobs.connector.kafka.TestTopics.texts;
import static dev.anlass.jobs.operator.TestEvents.at;
import static dev.anlass.jobs.operator.TestEvents.consent;
import static dev.anlass.jobs.operator.TestEvents.event;
import static dev.anlass.jobs.operator.TestEvents.order;
import static dev.anlass.jobs.operator.TestEvents.tick;
import static dev.anlass.jobs.operator.TestEvents.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.config.CheckpointSettings;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.TestTopics;
import dev.anlass.jobs.demo.EmbeddedFlink;
import dev.anlass.jobs.demo.EmbeddedJob;
import dev.anlass.jobs.operator.InMemory;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.SwitchRules;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rules and parallelism change while the job runs; what goes out is what the engine in memory says, no more, no less. */
@ExtendWith(TestTopics.Extension.class)
class LiveChangeTest {

    private static final int PARTITIONS = 2;
    private static final long HOUR = 3600;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ANY = "event.product_id != \"none\"";

    private static final PublishedBundle ONE = new PublishedBundle(
            "one",
            0,
            SwitchRules.both(
                    SwitchRules.seenThenOrdered(ANY, "event.total >= 100.0"), SwitchRules.seenNotOrdered("2h")));
    private static final PublishedBundle TWO = new PublishedBundle(
            "two",
            at(100),
            SwitchRules.both(
                    SwitchRules.seenThenOrderedWithoutScrolling(ANY, "event.total >= 10.0"),
                    SwitchRules.both(SwitchRules.seenNotOrdered("1h"), SwitchRules.everyEvening())));

    private static final String[] UNDER_ONE = {
        consent("c1", 0), consent("c2", 0), consent("c3", 0), consent("c4", 0),
        view("c1", "v1", 50), view("c2", "v2", 51), view("c3", "v3", 52), view("c4", "v4", 53),
        order("c1", "o1", 60, 50)
    };
    private static final String[] UNDER_TWO = {
        event("c2", "s1", "page.scrolled", 99, "{}"),
        event("c3", "s2", "page.scrolled", 101, "{}"),
        view("c1", "v5", 102),
        order("c1", "o2", 103, 50),
        order("c2", "o3", 104, 50),
        order("c3", "o4", 105, 50),
        order("c2", "o5", 98, 150),
        tick(3 * HOUR)
    };

    @TempDir
    Path directory;

    @Test
    void aBundleDeployedWhileTheJobRunsDecidesFromItsTimeOn(TestTopics topics) throws Exception {
        JobSettings settings = settings(topics, 1);
        topics.publish(ONE);
        try (EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
            EmbeddedJob job = flink.submit(TriggerJob.graph(settings, null));
            write(topics, UNDER_ONE);
            topics.publish(TWO);
            untilAllKnow(TWO, topics, settings);
            write(topics, UNDER_TWO);

            assertThatEverythingWentOutOnce(topics, job);
        }
    }

    @Test
    void aJobThatStopsWithASavepointGoesOnInMoreSubtasks(TestTopics topics) throws Exception {
        JobSettings settings = settings(topics, 2);
        topics.publish(ONE);
        try (EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
            EmbeddedJob before = flink.submit(TriggerJob.graph(settings.withParallelism(1), null));
            write(topics, UNDER_ONE);
            untilAllKnow(ONE, topics, settings);
            String savepoint =
                    before.stop(directory.resolve("savepoints").toUri().toString());
            topics.publish(TWO);

            EmbeddedJob after = flink.submit(TriggerJob.graph(settings, savepoint));
            write(topics, UNDER_TWO);

            assertThatEverythingWentOutOnce(topics, after);
        }
    }

    /** Nothing is under way any more once a checkpoint is complete that began behind the last action. */
    private static void assertThatEverythingWentOutOnce(TestTopics topics, EmbeddedJob job) throws Exception {
        List<String> expected =
                InMemory.of(ONE, TWO).accept(UNDER_ONE).accept(UNDER_TWO).lines();
        List<String> written = new ArrayList<>();
        for (String topic : List.of(
                topics.settings().topics().actions(), topics.settings().topics().decisions())) {
            long number = expected.stream()
                    .filter(line -> line.contains("decision.recorded") == topic.endsWith("decisions"))
                    .count();
            written.addAll(texts(topics.readUntil(topic, read -> read.size() >= number)));
        }
        job.checkpoint();
        assertThat(written).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(topics.size(topics.settings().topics().actions())
                        + topics.size(topics.settings().topics().decisions()))
                .isEqualTo(expected.size());
        assertThat(expected).anyMatch(line -> line.contains("\"bundle\":\"one\""));
        assertThat(expected).anyMatch(line -> line.contains("\"trigger\":\"evening\""));
    }

    private static void write(TestTopics topics, String... lines) {
        for (String line : lines) {
            int subject = line.indexOf("\"subject\":\"");
            if (subject < 0) {
                topics.writeToAll(PARTITIONS, line);
            } else {
                topics.write(line.substring(subject + 11, subject + 13), line);
            }
        }
    }

    /** Records of no account are written meanwhile: subtasks that decode look for bundles only when there is a record. */
    private static void untilAllKnow(PublishedBundle bundle, TestTopics topics, JobSettings settings) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> told = List.of();
        while (told.size() < 2 || !told.stream().allMatch(line -> tells(line, bundle))) {
            assertThat(System.nanoTime()).as("who knows what: %s", told).isLessThan(deadline);
            topics.writeToAll(PARTITIONS, tick(0));
            told = metrics(settings)
                    .lines()
                    .filter(line -> line.contains("newest_bundle_effective_from{"))
                    .toList();
        }
    }

    private static boolean tells(String line, PublishedBundle bundle) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' '))) == bundle.effectiveFrom();
    }

    private JobSettings settings(TestTopics topics, int parallelism) throws Exception {
        topics.created(PARTITIONS);
        return SettingsReader.ofDefaults()
                .withKafka(topics.settings())
                .withClock(Clock.EVENTS)
                .withParallelism(parallelism)
                .withCheckpoints(new CheckpointSettings(
                        Duration.ofMillis(500),
                        directory.resolve("checkpoints").toUri().toString()))
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
