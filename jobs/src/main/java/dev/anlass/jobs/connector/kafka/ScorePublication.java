package dev.anlass.jobs.connector.kafka;

import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rulefile.Durations;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.learn.LearnedTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Publishes score tables: after all earlier ones, and far enough ahead that every subtask knows them in time. */
public final class ScorePublication {

    /** How many tables stay in the topic; the ones of the earliest times go. */
    static final int MAX_KEPT = 64;

    /** No other table can be used before the last one: a time that is a mistake would end learning for as long. */
    private static final Duration FARTHEST = Duration.ofDays(30);

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
     * @throws CannotStart if that is too early or too late
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
        if (effectiveFrom != null && from.isAfter(now.plus(FARTHEST))) {
            throw new CannotStart("the score table cannot be used from " + from + " on, because until then no other"
                    + " could be: choose a time within " + FARTHEST.toDays() + " days, or leave it out");
        }
        LearnedTable published = learned.from(from.toEpochMilli());
        topic.publishScores(
                published.table().number(),
                published.json(),
                gone(earlier, published.table().number(), now));
        return published;
    }

    /**
     * Publishes a table that a job has learned, as soon as it can be used. One that stands in the topic already stays as it
     * is, and one that is no longer fresh is left out: whoever catches up would publish all tables of the past.
     *
     * @param now the present; {@link Instant#MIN} for events of another time, to which the table's own time applies
     * @param fresh how long ago a table may have been learned
     */
    void publishLearned(byte[] file, Instant now, Duration fresh) {
        ScoreTable learned =
                Objects.requireNonNull(ScoreRecords.read("learned", file).table(), "what was learned is a score table");
        Instant own = Instant.ofEpochMilli(learned.effectiveFrom());
        boolean isOfThePresent = !now.equals(Instant.MIN);
        if (isOfThePresent && own.isBefore(now.minus(fresh))) {
            return;
        }
        List<ScoreTable> earlier = topic.scores();
        if (earlier.stream().anyMatch(table -> table.number().equals(learned.number()))) {
            return;
        }
        Instant earliest = isOfThePresent ? earliest(earlier, now) : own;
        Instant from = own.isBefore(earliest) ? earliest : own;
        byte[] dated = LearnedTable.dated(file, from.toEpochMilli());
        topic.publishScores(learned.number(), dated, gone(earlier, learned.number(), now));
    }

    private Instant earliest(List<ScoreTable> earlier, Instant now) {
        return Ahead.earliest(now, lateness, earlier.stream().mapToLong(ScoreTable::effectiveFrom));
    }

    /** The numbers of those that make room for one more: the earliest, but not the one that is used now. */
    static List<String> gone(List<ScoreTable> earlier, String published, Instant now) {
        List<ScoreTable> sorted = earlier.stream()
                .sorted(Comparator.comparingLong(ScoreTable::effectiveFrom))
                .toList();
        String used = sorted.stream()
                .filter(table -> !Instant.ofEpochMilli(table.effectiveFrom()).isAfter(now))
                .reduce((first, second) -> second)
                .map(ScoreTable::number)
                .orElse(published);
        List<String> others = sorted.stream()
                .map(ScoreTable::number)
                .filter(number -> !number.equals(published))
                .distinct()
                .toList();
        return others.stream()
                .filter(number -> !number.equals(used))
                .limit(Math.max(0, others.size() + 1 - MAX_KEPT))
                .toList();
    }
}
