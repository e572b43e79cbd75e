package dev.anlass.jobs.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.jobs.learn.LearnedTable;
import dev.anlass.jobs.learn.LearningSettings;
import dev.anlass.jobs.learn.Tally;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.TestRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bundles are published in chunks and read again as they were. */
@ExtendWith(TestTopics.Extension.class)
class RulesTopicTest {

    private static final long FAR_FUTURE = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private static final LearningSettings HOW =
            new LearningSettings(null, 1_000, 1_000, Set.of("action.accepted"), 1, 1, 1);

    private final PublishedBundle one = new PublishedBundle("2026.03.02-aaaa", 1_000, TestRules.files());
    private final PublishedBundle two = new PublishedBundle("2026.03.02-bbbb", 2_000, TestRules.withThreshold("5.0"));

    @Test
    void everyReaderFindsAllBundlesInTheOrderOfPublication(TestTopics topics) {
        RulesTopic rules = new RulesTopic(topics.created(1).settings());
        assertThat(rules.bundles()).isEmpty();

        rules.publish(one, 100);
        try (BundleLibrary.Reader reader = rules.open()) {
            assertThat(reader.readNew())
                    .extracting(PublishedBundle::announcement)
                    .containsExactly(one.announcement());
            assertThat(reader.readNew()).isEmpty();

            rules.publish(two);
            assertThat(reader.readNew())
                    .extracting(PublishedBundle::announcement)
                    .containsExactly(two.announcement());
        }
        assertThat(rules.bundles())
                .extracting(bundle -> bundle.files().sha256())
                .containsExactly(one.files().sha256(), two.files().sha256());
    }

    @Test
    void aBundleThatIsPublishedWhenItShouldDecideAlreadyIsLeftOutByEveryReaderOfAJob(TestTopics topics) {
        RulesTopic rules = new RulesTopic(topics.created(1).settings());
        PublishedBundle inTime = new PublishedBundle("2100", FAR_FUTURE, TestRules.withThreshold("7.0"));
        rules.publish(one);
        rules.publish(two);
        rules.publish(inTime);

        assertThat(rules.bundles())
                .extracting(PublishedBundle::number)
                .containsExactly(one.number(), two.number(), "2100");
        for (int reader = 0; reader < 2; reader++) {
            assertThat(rules.withoutLateOnes().bundles())
                    .extracting(PublishedBundle::number)
                    .containsExactly(one.number(), "2100");
        }
    }

    @Test
    void scoreTablesStandBesideBundles(TestTopics topics) {
        RulesTopic rules = new RulesTopic(topics.created(1).settings());
        rules.publish(one, 100);
        rules.publishScores("s-1", scores("s-1", "2026-03-02T00:00:00Z"), List.of());
        try (BundleLibrary.Reader reader = rules.open()) {
            assertThat(reader.readNew()).hasSize(1);
            assertThat(reader.newScores()).extracting(ScoreTable::number).containsExactly("s-1");
            rules.publishScores("s-2", scores("s-2", "2100-01-01T00:00:00Z"), List.of("s-1"));
            assertThat(reader.readNew()).isEmpty();
            assertThat(reader.newScores()).extracting(ScoreTable::number).containsExactly("s-2");
            assertThat(reader.newScores()).isEmpty();
        }
        RulesTopic ofJob = rules.withoutLateOnes();
        assertThat(ofJob.bundles()).hasSize(1);
        assertThat(ofJob.scores()).extracting(ScoreTable::number).containsExactly("s-2");
    }

    @Test
    void aLearnedTableIsUsedFarEnoughAheadAndAfterTheOnesBeforeIt(TestTopics topics) {
        RulesTopic rules = new RulesTopic(topics.created(1).settings());
        ScorePublication publication = new ScorePublication(rules, Duration.ofMinutes(1));
        Instant now = Instant.parse("2026-03-02T10:00:00Z");
        LearnedTable learned = LearnedTable.of(new Tally(), HOW, 0);

        assertThatThrownBy(() -> publication.publish(learned, now, now.plusSeconds(59)))
                .hasMessageContaining("choose 2026-03-02T10:01:00Z or later");
        publication.publish(learned, now, null);
        publication.publishLearned(learnedAt(now), now, Duration.ofHours(1));
        assertThat(rules.scores())
                .extracting(table -> Instant.ofEpochMilli(table.effectiveFrom()))
                .containsExactly(now.plusSeconds(60), now.plusSeconds(60).plusMillis(1));
    }

    @Test
    void aTableThatIsPublishedAgainKeepsItsTime(TestTopics topics) {
        RulesTopic rules = new RulesTopic(topics.created(1).settings());
        ScorePublication publication = new ScorePublication(rules, Duration.ofMinutes(1));
        Instant now = Instant.parse("2026-03-02T10:00:00Z");
        byte[] learned = learnedAt(now.minusSeconds(5));

        publication.publishLearned(learned, now, Duration.ofHours(1));
        publication.publishLearned(learned, now.plusSeconds(600), Duration.ofHours(1));
        assertThat(rules.scores())
                .extracting(table -> Instant.ofEpochMilli(table.effectiveFrom()))
                .containsExactly(now.plusSeconds(60));
    }

    @Test
    void whoCatchesUpPublishesNoTableOfThePast(TestTopics topics) {
        RulesTopic rules = new RulesTopic(topics.created(1).settings());
        ScorePublication publication = new ScorePublication(rules, Duration.ofMinutes(1));
        Instant now = Instant.parse("2026-03-02T10:00:00Z");
        for (int hours = 5; hours >= 1; hours--) {
            publication.publishLearned(learnedAt(now.minusSeconds(hours * 3_600L)), now, Duration.ofHours(1));
        }
        assertThat(rules.scores()).hasSize(1);

        publication.publishLearned(learnedAt(now.minusSeconds(90 * 3_600)), Instant.MIN, Duration.ofHours(1));
        assertThat(rules.scores()).as("events of another time").hasSize(2);
    }

    @Test
    void roomIsMadeByTheEarliestTablesButNotByTheOneThatIsUsed() {
        Instant now = Instant.ofEpochMilli(1_000);
        List<ScoreTable> early = tables(900, ScorePublication.MAX_KEPT);
        assertThat(ScorePublication.gone(early, "new", now)).containsExactly("s-0");
        assertThat(ScorePublication.gone(early.subList(1, early.size()), "new", now))
                .isEmpty();
        assertThat(ScorePublication.gone(tables(1_000, ScorePublication.MAX_KEPT + 1), "new", now))
                .containsExactly("s-1", "s-2");
    }

    /** One a millisecond. */
    private static List<ScoreTable> tables(long from, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ScoreTable("s-" + i, from + i, null, List.of()))
                .toList();
    }

    @Test
    void aTableIsNotPublishedForATimeThatIsFarAhead(TestTopics topics) {
        RulesTopic rules = new RulesTopic(topics.created(1).settings());
        ScorePublication publication = new ScorePublication(rules, Duration.ofMinutes(1));
        Instant now = Instant.parse("2026-03-02T10:00:00Z");
        LearnedTable learned = LearnedTable.of(new Tally(), HOW, 0);

        assertThatThrownBy(() -> publication.publish(learned, now, Instant.parse("2062-03-02T10:00:00Z")))
                .hasMessage("the score table cannot be used from 2062-03-02T10:00:00Z on, because until then no other"
                        + " could be: choose a time within 30 days, or leave it out");
        assertThat(rules.scores()).isEmpty();
        publication.publish(learned, now, now.plus(Duration.ofDays(30)));
        assertThat(rules.scores()).hasSize(1);
    }

    @Test
    void aTableThatCannotBeReadIsLeftOutAndEverythingElseIsRead(TestTopics topics) {
        RulesTopic rules = new RulesTopic(topics.created(1).settings());
        rules.publish(one, 100);
        rules.publishScores("bad", "{\"number\":7}".getBytes(StandardCharsets.UTF_8), List.of());
        rules.publishScores("worse", "no table".getBytes(StandardCharsets.UTF_8), List.of());
        rules.publishScores("good", scores("good", "2026-03-02T00:00:00Z"), List.of());

        assertThat(rules.bundles()).hasSize(1);
        assertThat(rules.scores()).extracting(ScoreTable::number).containsExactly("good");
    }

    private static byte[] learnedAt(Instant time) {
        return LearnedTable.of(new Tally(), HOW, time.toEpochMilli()).json();
    }

    private static byte[] scores(String number, String effectiveFrom) {
        return ("{\"number\":\"" + number + "\",\"effective_from\":\"" + effectiveFrom + "\",\"cells\":[]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aBundleWithoutOneOfItsChunksIsRefused() {
        Map<String, byte[]> records = new LinkedHashMap<>(BundleRecords.of(one, 100));
        records.remove(one.number() + "/1");

        assertThatThrownBy(() -> takeAll(records))
                .hasMessage("bundle 2026.03.02-aaaa is incomplete in the rules topic: deploy it again");
    }

    @Test
    void whatIsNoBundleOfOursIsRefused() {
        assertThatThrownBy(() -> takeAll(Map.of("something", "else".getBytes(StandardCharsets.UTF_8))))
                .hasMessage("the rules topic holds a record that is no bundle of ours:"
                        + " let only `anlass deploy` write to it");
    }

    @Test
    void theTopicsOfAJobAreCheckedBeforeItStarts(TestTopics topics) {
        KafkaTopics kafka = new KafkaTopics(topics.settings());
        assertThatThrownBy(kafka::check)
                .hasMessageContaining(
                        "has no topic " + topics.settings().topics().events())
                .hasMessageContaining("--create-topics");

        kafka.createMissing(3);
        assertThat(kafka.check()).isEqualTo(3);
    }

    private static void takeAll(Map<String, byte[]> records) {
        BundleRecords taken = new BundleRecords();
        records.forEach(taken::take);
    }
}
