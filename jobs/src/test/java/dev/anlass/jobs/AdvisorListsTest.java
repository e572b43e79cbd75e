package dev.anlass.jobs;

import static dev.anlass.jobs.operator.TestEvents.tick;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.config.CheckpointSettings;
import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.ListSettings;
import dev.anlass.jobs.config.SettingsReader;
import dev.anlass.jobs.connector.kafka.RulesTopic;
import dev.anlass.jobs.connector.kafka.TestTopics;
import dev.anlass.jobs.demo.EmbeddedFlink;
import dev.anlass.jobs.demo.EmbeddedJob;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.TestEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole job between real topics: each advisor's list is frozen once a day, whatever happens to the job.
 *
 * <p>Events begin on a Monday at 20:00 UTC. The lists of Tuesday are cut off at 05:00 UTC in Zurich and at 06:00 UTC in
 * London, and frozen a minute later.
 */
@ExtendWith(TestTopics.Extension.class)
class AdvisorListsTest {

    private static final int PARTITIONS = 3;
    private static final long HOUR = 3_600;
    private static final long MINUTE = 60;
    private static final LocalDate TUESDAY = LocalDate.parse("2026-03-03");
    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-03-04");
    private static final List<String> ADVISORS = List.of("anna", "beat", "carl");
    private static final int CUSTOMERS = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void killedBeforeDuringAndAfterTheCutTheListsAreTheSameToTheByte(TestTopics quiet, TestTopics killed)
            throws Exception {
        Map<String, String> undisturbed = run(quiet, 1, false);
        Map<String, String> disturbed = run(killed, 3, true);

        assertThat(disturbed).isEqualTo(undisturbed);
        JsonNode anna =
                JSON.readTree(undisturbed.get(AdvisorList.id("anna", TUESDAY))).path("data");
        assertThat(anna.path("rows").findValuesAsText("customer")).containsExactly("c12", "c9", "c6");
        assertThat(anna.at("/rows/0/reason").asText()).isEqualTo("Hat 1.120 erhalten.");
        assertThat(anna.at("/rows/0/product_name").asText()).isEqualTo("Sparen");
        assertThat(anna.at("/left_out/capacity").asInt()).isEqualTo(2);
        JsonNode next = JSON.readTree(undisturbed.get(AdvisorList.id("anna", WEDNESDAY)))
                .path("data");
        assertThat(next.path("rows").findValuesAsText("customer")).containsExactly("c9", "c6", "c3");
        assertThat(next.path("rows").findValuesAsText("age")).containsExactly("1", "1", "0");
        assertThat(undisturbed.keySet()).contains(AdvisorList.id("anna", TUESDAY) + "/" + action(anna, 0) + "/closed");
    }

    @Test
    void aCutOffMissedByHoursStillGivesOneListAsOfTheCutOff(TestTopics topics) throws Exception {
        JobSettings settings = settings(topics, 2);
        write(topics);
        topics.write("c1", AdvisorRules.credit("c1", "later", 9 * HOUR + MINUTE, 9_000));
        topics.writeToAll(PARTITIONS, tick(11 * HOUR));
        try (EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
            flink.submit(TriggerJob.graph(settings, null));
            Map<String, String> lists = lists(topics, 3);

            assertThat(lists).hasSize(3);
            assertThat(JSON.readTree(lists.get(AdvisorList.id("beat", TUESDAY)))
                            .at("/data/rows")
                            .findValuesAsText("customer"))
                    .containsExactly("c13", "c10", "c7");
        }
    }

    @Test
    void whoIsToBeCalledGetsNoPushUntilTheCallWasMade(TestTopics topics) throws Exception {
        JobSettings settings = settings(topics, 1);
        topics.write("c0", AdvisorRules.customer("c0", "anna"), AdvisorRules.credit("c0", "k", 1, 500));
        try (EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
            flink.submit(TriggerJob.graph(settings, null));
            topics.writeToAll(PARTITIONS, tick(9 * HOUR + 3 * MINUTE));
            String actionId = action(
                    JSON.readTree(lists(topics, 1).get(AdvisorList.id("anna", TUESDAY)))
                            .path("data"),
                    0);
            untilPlanned(topics, 1);
            topics.write("c0", TestEvents.view("c0", "v1", 10 * HOUR));
            assertThat(reasons(topics, 2)).endsWith("forbidden:call-first");

            topics.write("c0", AdvisorRules.feedback("c0", "f", "action.accepted", actionId, 10 * HOUR + 1));
            topics.writeToAll(PARTITIONS, tick(10 * HOUR + MINUTE));
            untilPlanned(topics, 2);
            topics.write("c0", TestEvents.view("c0", "v2", 10 * HOUR + 2 * MINUTE));
            assertThat(reasons(topics, 3)).endsWith("");
        }
    }

    /** Everything that the job says about lists, by id; what it says twice it must say alike. */
    private Map<String, String> run(TestTopics topics, int parallelism, boolean isKilled) throws Exception {
        JobSettings settings = settings(topics, parallelism);
        write(topics);
        try (EmbeddedFlink flink = EmbeddedFlink.start(settings)) {
            Killed job = new Killed(flink, settings, isKilled);
            topics.writeToAll(PARTITIONS, tick(8 * HOUR));
            job.killAfterACheckpoint();
            topics.writeToAll(PARTITIONS, tick(9 * HOUR + MINUTE / 2));
            job.killAfterACheckpoint();
            topics.writeToAll(PARTITIONS, tick(10 * HOUR + 2 * MINUTE));
            String list = lists(topics, 3).get(AdvisorList.id("anna", TUESDAY));
            job.kill();
            String actionId = action(JSON.readTree(list).path("data"), 0);
            topics.write("c12", AdvisorRules.feedback("c12", "f1", "action.accepted", actionId, 14 * HOUR));
            topics.write("c13", AdvisorRules.loan("c13", "l1", 15 * HOUR));
            topics.writeToAll(PARTITIONS, tick(16 * HOUR));
            lists(topics, 5);
            job.kill();
            topics.writeToAll(PARTITIONS, tick(34 * HOUR + 2 * MINUTE));
            return lists(topics, 8);
        }
    }

    /** A job that is killed and goes on from its newest checkpoint. */
    private static final class Killed {

        private final EmbeddedFlink flink;
        private final JobSettings settings;
        private final boolean isKilled;
        private EmbeddedJob job;

        Killed(EmbeddedFlink flink, JobSettings settings, boolean isKilled) throws Exception {
            this.flink = flink;
            this.settings = settings;
            this.isKilled = isKilled;
            this.job = flink.submit(TriggerJob.graph(settings, null));
        }

        void killAfterACheckpoint() throws Exception {
            if (isKilled) {
                checkpoint();
                kill();
            }
        }

        /** As soon as all of the job runs. */
        private void checkpoint() throws Exception {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                try {
                    job.checkpoint();
                    return;
                } catch (ExecutionException notYet) {
                    assertThat(System.nanoTime()).as("%s", notYet.getMessage()).isLessThan(deadline);
                }
            }
        }

        void kill() throws Exception {
            if (isKilled) {
                job.cancel();
                String newest = LatestCheckpoint.in(settings.checkpoints()).orElseThrow();
                job = flink.submit(TriggerJob.graph(settings, newest));
            }
        }
    }

    private static void write(TestTopics topics) {
        for (int i = 0; i < CUSTOMERS; i++) {
            String customer = "c" + i;
            topics.write(
                    customer,
                    AdvisorRules.customer(customer, ADVISORS.get(i % ADVISORS.size())),
                    AdvisorRules.credit(customer, "k" + i, 1 + i, 1_000 + 10 * i));
        }
    }

    private static Map<String, String> lists(TestTopics topics, int ids) {
        return byId(TestTopics.texts(topics.readUntil(
                topics.settings().topics().advisorLists(),
                records -> byId(TestTopics.texts(records)).size() >= ids)));
    }

    private static Map<String, String> byId(List<String> texts) {
        Map<String, String> byId = new TreeMap<>();
        for (String text : texts) {
            String before = byId.put(tree(text).path("id").asText(), text);
            assertThat(before == null ? text : before).isEqualTo(text);
        }
        return byId;
    }

    private static void untilPlanned(TestTopics topics, int times) {
        topics.readUntil(
                topics.settings().topics().events(),
                records -> TestTopics.texts(records).stream()
                                .filter(text -> text.contains("call.planned"))
                                .count()
                        >= times);
    }

    /** Why each decision was refused, by the order in which they were made; empty for what went out. */
    private static List<String> reasons(TestTopics topics, int decisions) {
        List<String> reasons = new ArrayList<>();
        for (String text : TestTopics.texts(
                topics.readUntil(topics.settings().topics().decisions(), records -> records.size() >= decisions))) {
            reasons.add(tree(text).at("/data/reason").asText());
        }
        return reasons;
    }

    private static String action(JsonNode list, int row) {
        return list.path("rows").path(row).path("action_id").asText();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private JobSettings settings(TestTopics topics, int parallelism) throws Exception {
        topics.created(PARTITIONS);
        new RulesTopic(topics.settings()).publish(new PublishedBundle("one", 0, AdvisorRules.files()));
        Path offices = Files.writeString(directory.resolve("offices.yaml"), AdvisorRules.OFFICES);
        Path checkpoints = Files.createTempDirectory(directory, "checkpoints");
        return SettingsReader.ofDefaults()
                .withKafka(topics.settings())
                .withClock(Clock.EVENTS)
                .withParallelism(parallelism)
                .withLists(new ListSettings(offices.toString(), "advisor"))
                .withCheckpoints(new CheckpointSettings(
                        Duration.ofHours(1), checkpoints.toUri().toString()))
                .withPorts("0", 0);
    }
}
