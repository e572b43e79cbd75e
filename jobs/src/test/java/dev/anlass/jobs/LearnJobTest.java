package dev.anlass.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.config.CheckpointSettings;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.TestTopics;
import dev.anlass.jobs.demo.EmbeddedFlink;
import dev.anlass.jobs.demo.EmbeddedJob;
import dev.anlass.jobs.learn.LearnedTable;
import dev.anlass.jobs.learn.Learning;
import dev.anlass.jobs.learn.LearningSettings;
import dev.anlass.jobs.learn.LogReader;
import dev.anlass.jobs.operator.TestEvents;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.ParameterTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The learning job between topics: its tables are those that the command makes of the same records. */
@ExtendWith(TestTopics.Extension.class)
class LearnJobTest {

    private static final int PARTITIONS = 2;
    private static final long HOUR_SECONDS = 3_600;
    private static final long HOUR = 1_000 * HOUR_SECONDS;
    private static final int MOST_TICKS = 40;
    private static final LearningSettings HOW =
            new LearningSettings("rel", 24 * HOUR, 2 * HOUR, Set.of("action.accepted"), 1, 1, 11);

    private final List<String> decisions = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    @TempDir
    Path checkpoints;

    @Test
    void itsTablesAreThoseOfTheCommandAlsoAfterARestart(TestTopics topics) throws Exception {
        topics.created(PARTITIONS);
        JobSettings settings = LearnJob.own(SettingsReader.ofDefaults()
                .withKafka(topics.settings())
                .withClock(Clock.EVENTS)
                .withCheckpoints(new CheckpointSettings(
                        Duration.ofMillis(500), checkpoints.toUri().toString()))
                .withPorts(String.valueOf(freePort()), 0));
        record(0, 40);
        write(topics);
        topics.writeAborted(topics.settings().topics().decisions(), "c", decision("aborted", "offer-a", "fan", 10));
        try (EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
            EmbeddedJob first = flink.submit(LearnJob.graph(settings, HOW, HOUR, false));
            int ticks = untilItsTableIsOurs(topics, 6);
            first.checkpoint();
            first.cancel();

            decisions.add(decision("late", "offer-a", "fan", ticks * HOUR_SECONDS + 10));
            topics.writeTo(topics.settings().topics().decisions(), "c", decisions.get(decisions.size() - 1));
            flink.submit(LearnJob.graph(settings, HOW, HOUR, false));
            untilItsTableIsOurs(topics, ticks + 4);
            assertThat(goesOn(LearnJob.graph(settings, HOW, HOUR, false))).isTrue();
            assertThat(goesOn(LearnJob.graph(settings, HOW, HOUR, true))).isFalse();
        }
    }

    private static boolean goesOn(StreamGraph graph) {
        return graph.getSavepointRestoreSettings().restoreSavepoint();
    }

    @Test
    void whatCannotBeASuccessIsRefused() {
        assertThatThrownBy(() -> LearnJob.learning(ParameterTool.fromArgs(new String[] {"--success", "accepted,foo"})))
                .hasMessage("\"foo\" is no feedback that can be a success; choose of opened, accepted, converted.");
    }

    /** Actions with every fate, within the first three hours. */
    private void record(int from, int count) {
        Random chance = new Random(5);
        for (int i = from; i < from + count; i++) {
            long sent = 10L + chance.nextInt((int) (2 * HOUR_SECONDS));
            String id = "a-" + i;
            decisions.add(decision(id, "offer-" + "ab".charAt(i % 2), i % 3 == 0 ? "fan" : "buyer", sent));
            switch (chance.nextInt(5)) {
                case 0 -> events.add(feedback(id, "accepted", sent + 60));
                case 1 -> events.add(feedback(id, "rejected", sent + 30));
                case 2 -> {
                    decisions.add(decisions.get(decisions.size() - 1).replace("\"emitted\"", "\"revoked\""));
                    events.add(feedback(id, "accepted", sent + 120));
                }
                case 3 -> events.add(feedback(id, "failed", sent + 1));
                default -> events.add(feedback(id, "opened", sent + 5));
            }
        }
    }

    private void write(TestTopics topics) {
        decisions.forEach(line -> topics.writeTo(topics.settings().topics().decisions(), "c", line));
        events.forEach(line -> topics.write("c", line));
    }

    /** Lets hour after hour pass until the newest table is the one that the command makes; gives the hours passed. */
    private int untilItsTableIsOurs(TestTopics topics, int hours) {
        String newest = "";
        String expected = "";
        for (int hour = hours; hour < hours + MOST_TICKS; hour++) {
            topics.writeToAll(PARTITIONS, TestEvents.tick(hour * HOUR_SECONDS + 30));
            long asOf = TestEvents.at(hour * HOUR_SECONDS);
            String sought = "\"as_of\":\"" + Instant.ofEpochMilli(asOf) + "\"";
            var records = topics.readUntil(topics.settings().topics().rules(), read -> TestTopics.texts(read).stream()
                    .anyMatch(table -> table.contains(sought)));
            newest = TestTopics.texts(records).stream()
                    .filter(table -> table.contains(sought))
                    .findFirst()
                    .orElseThrow();
            expected = commanded(asOf);
            if (newest.equals(expected)) {
                return hour;
            }
        }
        assertThat(newest).isEqualTo(expected);
        return hours;
    }

    private String commanded(long asOf) {
        Learning learning = new Learning(HOW);
        decisions.forEach(line -> learning.decision(LogReader.read(line.getBytes(StandardCharsets.UTF_8))));
        events.forEach(line -> learning.event(LogReader.read(line.getBytes(StandardCharsets.UTF_8))));
        return new String(LearnedTable.of(learning.tally(asOf), HOW, asOf).json(), StandardCharsets.UTF_8);
    }

    private static String decision(String id, String action, String type, long seconds) {
        String time = Instant.ofEpochMilli(TestEvents.at(seconds)).toString();
        return "{\"specversion\":\"1.0\",\"type\":\"decision.recorded\",\"subject\":\"c\",\"time\":\"" + time
                + "\",\"data\":{\"match_id\":\"" + id
                + "\",\"revision\":1,\"outcome\":\"emitted\",\"trigger\":\"t\",\"action\":\""
                + action + "\",\"decided_at\":\"" + time + "\",\"segments\":{\"rel\":\"" + type + "\"}}}";
    }

    private static String feedback(String id, String kind, long seconds) {
        return TestEvents.event("c", "f-" + id, "action." + kind, seconds, "{\"action_id\":\"" + id + "\"}");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
