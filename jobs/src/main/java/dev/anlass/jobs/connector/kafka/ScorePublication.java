package dev.anlass.jobs.connector.kafka;

import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rulefile.Durations;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.learn.LearnedTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Publishes score tables: after all earlier ones, and far enough ahead that every subtask knows them in time. */
public final class ScorePublication {

    /** How many tables stay in the topic; the ones of the earliest times go. */
    static final int MAX_KEPT = 64;

    private static final Duration AHEAD = RulesTopicReader.AHEAD.multipliedBy(2);

    private final RulesTopic topic;
    private final Duration lateness;

    public ScorePublication(RulesTopic topic, Duration lateness) {
        this.topic = topic;
        this.lateness = lateness;
    }

    /**
     * Publishes a table and returns when it is safe.
     *
     * @param now the present
     * @param effectiveFrom from when it is used; null for as soon as can be
     * @throws CannotStart if that is too early
     */
    public LearnedTable publish(LearnedTable learned, Instant now, @Nullable Instant effectiveFrom) {
        List<ScoreTable> earlier = topic.scores();
        Instant earliest = earliest(earlier, now);
        Instant from = effectiveFrom == null ? earliest : effectiveFrom;
        if (from.isBefore(earliest)) {
            throw new CannotStart("the score table cannot be used from " + from + " on, because others are used until"
                    + " then or events may still be " + Durations.text(lateness.toMillis()) + " late: choose "
                    + earliest + " or later, or leave the time out");
        }
        LearnedTable published = learned.from(from.toEpochMilli());
        topic.publishScores(
                published.table().number(),
                published.json(),
                gone(earlier, published.table().number()));
        return published;
    }

    /**
     * Publishes a table that a job has learned, as soon as it can be used.
     *
     * @param now the present; {@link Instant#MIN} for events of another time, to which the table's own time applies
     */
    void publishLearned(byte[] file, Instant now) {
        ScoreTable learned = ScoreRecords.table("learned", file);
        List<ScoreTable> earlier = topic.scores();
        Instant own = Instant.ofEpochMilli(learned.effectiveFrom());
        Instant earliest = now.equals(Instant.MIN) ? own : earliest(earlier, now);
        Instant from = own.isBefore(earliest) ? earliest : own;
        byte[] dated = LearnedTable.dated(file, from.toEpochMilli());
        topic.publishScores(learned.number(), dated, gone(earlier, learned.number()));
    }

    private Instant earliest(List<ScoreTable> earlier, Instant now) {
        Instant ahead = now.plus(lateness.compareTo(AHEAD) < 0 ? AHEAD : lateness);
        Instant afterLast = earlier.stream().mapToLong(ScoreTable::effectiveFrom).max().stream()
                .mapToObj(last -> Instant.ofEpochMilli(last + 1))
                .findFirst()
                .orElse(ahead);
        return afterLast.isAfter(ahead) ? afterLast : ahead;
    }

    private static List<String> gone(List<ScoreTable> earlier, String published) {
        List<String> numbers = earlier.stream()
                .sorted(Comparator.comparingLong(ScoreTable::effectiveFrom))
                .map(ScoreTable::number)
                .filter(number -> !number.equals(published))
                .distinct()
                .toList();
        return numbers.subList(0, Math.max(0, numbers.size() + 1 - MAX_KEPT));
    }
}
