package dev.anlass.jobs.cli;

import static dev.anlass.jobs.cli.CommandRun.anlass;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.connector.kafka.TestTopics;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.TestRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code stop}, {@code start} and {@code status} between real topics. */
@ExtendWith(TestTopics.Extension.class)
class StatusTest {

    private static final long FAR_FUTURE = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    @TempDir
    Path directory;

    @Test
    void theStatusSaysWhatDecidesWhatIsStoppedAndWhatBecameOfTheMatches(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        RulesTopic rules = new RulesTopic(topics.settings());
        rules.publish(new PublishedBundle("one", 0, TestRules.files()));
        rules.publish(new PublishedBundle("two", FAR_FUTURE, TestRules.withThreshold("5.0")));
        decide(topics, 1, "emitted", "big-order", null);
        decide(topics, 2, "revoked", "big-order", "overtaken");
        decide(topics, 1, "refused", "big-order", "outranked:a-1");
        decide(topics, 1, "refused", "big-order", "outranked:a-2");
        decide(topics, 1, "refused", "last-year", "stopped");

        CommandRun stop = anlass("stop", "--settings", settings, "--channel", "push", "--reason", "a wrong text");
        CommandRun status = anlass("status", "--settings", settings);

        assertThat(stop.exitCode()).isZero();
        assertThat(stop.out()).startsWith("channel push is stopped since 2").endsWith(": a wrong text\n");
        assertThat(status.exitCode()).isZero();
        assertThat(status.err()).isEmpty();
        assertThat(status.out())
                .contains("one     1970-01-01T00:00:00Z  decides now\n")
                .contains("two     2100-01-01T00:00:00Z\n")
                .containsPattern("channel push  \\S+Z  a wrong text\n")
                .contains("big-order          live   push     3        1        0         1: overtaken 1  2: outranked")
                .contains("last-year          gone   push     1        0        0         0               1: stopped 1")
                .contains("viewed-not-bought  live   push     0        0        0         0               0\n");
    }

    @Test
    void theScoreTablesAreShownAndWhichOfThemIsUsed(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        RulesTopic rules = new RulesTopic(topics.settings());
        rules.publish(new PublishedBundle("one", 0, TestRules.files()));
        rules.publishScores("early", scores("early", "1970-01-02T00:00:00Z"), List.of());
        rules.publishScores("late", scores("late", "2100-01-01T00:00:00Z"), List.of());
        Files.writeString(settings, "clock: events\n", StandardOpenOption.APPEND);

        assertThat(anlass("status", "--settings", settings).out())
                .contains("early        1970-01-02T00:00:00Z  used now\n")
                .contains("late         2100-01-01T00:00:00Z\n");
    }

    private static byte[] scores(String number, String effectiveFrom) {
        return ("{\"number\":\"" + number + "\",\"effective_from\":\"" + effectiveFrom + "\",\"cells\":[]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theStatusAsJsonHoldsTheSame(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        new RulesTopic(topics.settings()).publish(new PublishedBundle("one", 0, TestRules.files()));
        decide(topics, 1, "refused", "big-order", "cooldown");
        anlass("stop", "--settings", settings, "--all", "--trigger", "big-order");
        anlass("start", "--settings", settings, "--all");

        JsonNode status = new ObjectMapper()
                .readTree(anlass("status", "--settings", settings, "--json").out());

        assertThat(status.at("/bundles/0/number").asText()).isEqualTo("one");
        assertThat(status.at("/bundles/0/decides_now").asBoolean()).isTrue();
        assertThat(status.get("stops")).hasSize(1);
        assertThat(status.at("/stops/0/stopped").asText()).isEqualTo("trigger");
        assertThat(status.at("/stops/0/name").asText()).isEqualTo("big-order");
        assertThat(status.at("/triggers/0/matched").asInt()).isEqualTo(1);
        assertThat(status.at("/triggers/0/refused/cooldown").asInt()).isEqualTo(1);
    }

    @Test
    void whatWasDecidedLongerAgoIsNotCounted(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        new RulesTopic(topics.settings()).publish(new PublishedBundle("one", 0, TestRules.files()));
        decide(topics, 1, "refused", "big-order", "cooldown");

        assertThat(anlass("status", "--settings", settings, "--since", "0s").out())
                .contains("big-order          live   push     0 ");
    }

    @Test
    void decisionsThatCannotBeReadAreCountedApart(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        new RulesTopic(topics.settings()).publish(new PublishedBundle("one", 0, TestRules.files()));
        send(topics, "no record");
        decide(topics, 1, "forgotten", "of-tomorrow", null);
        decide(topics, 1, "emitted", "big-order", null);

        CommandRun status = anlass("status", "--settings", settings);

        assertThat(status.exitCode()).as(status.err()).isZero();
        assertThat(status.out())
                .contains("big-order          live   push     1        1 ")
                .endsWith("not counted, because they cannot be read: 2\n")
                .doesNotContain("of-tomorrow");
    }

    @Test
    void aNameThatNobodyKnowsIsAnAnswerOfNo(TestTopics topics) throws Exception {
        Path settings = settings(topics);
        new RulesTopic(topics.settings()).publish(new PublishedBundle("one", 0, TestRules.files()));

        CommandRun run = anlass("stop", "--settings", settings, "--trigger", "big-odrer");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("anlass stop: no bundle that decides now or later has a trigger \"big-odrer\";"
                        + " did you mean \"big-order\"?\n");
    }

    @Test
    void withoutAnythingToStopItWasUsedWrongly() {
        CommandRun run = anlass("stop");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("anlass stop: it is not said what; name it with --channel, --trigger or --all.\n");
    }

    @Test
    void topicsThatAreNotThereAreNamed(TestTopics topics) throws Exception {
        Path settings = topics.writeSettings(directory.resolve("anlass.yaml"));

        CommandRun run = anlass("status", "--settings", settings);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("has no topic " + topics.settings().topics().rules());
    }

    private static void decide(TestTopics topics, int revision, String outcome, String trigger, String reason)
            throws Exception {
        String why = reason == null ? "" : ",\"reason\":\"" + reason + "\"";
        String record = "{\"type\":\"decision.recorded\",\"data\":{\"revision\":" + revision + ",\"outcome\":\""
                + outcome + "\",\"trigger\":\"" + trigger + "\",\"channel\":\"push\"" + why + "}}";
        send(topics, record);
    }

    private static void send(TestTopics topics, String record) throws Exception {
        try (var producer = new KafkaProducer<>(
                topics.settings().clientProperties(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topics.settings().topics().decisions(), record))
                    .get();
        }
    }

    private Path settings(TestTopics topics) throws Exception {
        return topics.created(2).writeSettings(directory.resolve("anlass.yaml"));
    }
}
