package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.TestTopics;
import dev.anlass.jobs.operator.PublishedBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A customer's story and consent records by the topics, without the job. */
@ExtendWith(TestTopics.Extension.class)
class ExplainFromKafkaTest {

    private static final int PARTITIONS = 2;

    @TempDir
    private Path directory;

    @Test
    void theTopicIsReadToItsEndWithTheBundlesOfTheirTimes(TestTopics topics) throws IOException {
        topics.created(PARTITIONS);
        topics.publish(new PublishedBundle("first", 0, rules("30m")));
        topics.publish(new PublishedBundle("second", at("2026-03-02T11:00:00Z"), rules("2h")));
        topics.write(
                "c1",
                event(
                        "k",
                        "consent.changed",
                        "09:00",
                        "{\"record_id\":\"r\",\"purpose\":\"offers\","
                                + "\"status\":\"given\",\"channels\":[\"push\"],\"data\":[\"behaviour\"]}"));
        topics.write("c1", event("v1", "viewed", "10:00", "{\"price\":30.0}"));
        topics.write("c2", event("o", "viewed", "10:05", "{\"price\":30.0}").replace("\"c1\"", "\"c2\""));
        topics.writeToAll(PARTITIONS, tick("10:31"));
        topics.write("c1", event("v2", "viewed", "12:00", "{\"price\":30.0}"));
        topics.writeToAll(PARTITIONS, tick("13:00"));

        CommandRun run = anlass("explain", "--settings", settings(topics), "--customer", "c1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("2026-03-02 10:30:00 +00:00  time has come\n  reminder: is complete")
                .contains("bundle second decides from here on")
                .endsWith("At 2026-03-02 12:59:54.999 +00:00\n  reminder: waits until 2026-03-02 14:00:00\n")
                .doesNotContain("10:05");
    }

    @Test
    void whatWasPermittedIsReadFromTheTopic(TestTopics topics) throws IOException {
        topics.created(PARTITIONS);
        topics.publish(new PublishedBundle("first", 0, rules("30m")));
        topics.write(
                "c1",
                event(
                        "k",
                        "consent.changed",
                        "09:00",
                        "{\"record_id\":\"r\",\"purpose\":\"offers\"," + "\"status\":\"withdrawn\"}"));
        topics.writeToAll(PARTITIONS, tick("10:31"));

        CommandRun run = anlass("consent-record", "--settings", settings(topics), "--customer", "c1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("dpv:ConsentWithdrawn", "\"denial\" : \"consent_withdrawn\"");
    }

    private Path settings(TestTopics topics) throws IOException {
        Path file = topics.writeSettings(directory.resolve("anlass.yaml"));
        Files.writeString(file, "clock: events\n", StandardOpenOption.APPEND);
        assertThat(SettingsReader.ofDefaults().grace().toSeconds()).isEqualTo(5);
        return file;
    }

    private static RuleFiles rules(String wait) {
        return RuleFiles.none()
                .with("catalogue/events.yaml", "events: {viewed: {data: behaviour, fields: {price: double}}}")
                .with("catalogue/purposes.yaml", "purposes: {offers: {basis: consent}}")
                .with("catalogue/channels.yaml", "channels: {push: {expires: 4h}}")
                .with("triggers/reminder.yaml", """
                        trigger: reminder
                        purpose: offers
                        channel: push
                        when:
                          - step: look
                            event: viewed
                        wait: %s
                        action: {name: reminder, expires: 1h}
                        """.formatted(wait));
    }

    private static long at(String time) {
        return java.time.Instant.parse(time).toEpochMilli();
    }

    private static String event(String id, String type, String time, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"shop\",\"type\":\"" + type
                + "\",\"subject\":\"c1\",\"time\":\"2026-03-02T" + time + ":00Z\",\"data\":" + data + "}";
    }

    private static String tick(String time) {
        return "{\"specversion\":\"1.0\",\"id\":\"t\",\"source\":\"test\",\"type\":\"tick\",\"time\":\"2026-03-02T"
                + time + ":00Z\",\"data\":{}}";
    }
}
