package dev.anlass.jobs.connector.kafka;

import dev.anlass.engine.rulefile.Durations;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.operator.PublishedBundle;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes rule files as the next bundle: with a number of its own, after all earlier ones, and far enough ahead that
 * every subtask knows it before it decides.
 */
public final class Deployment {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy.MM.dd").withZone(ZoneOffset.UTC);
    private static final int HASH_DIGITS = 4;

    private final RulesTopic topic;
    private final Duration lateness;

    public Deployment(RulesTopic topic, Duration lateness) {
        this.topic = topic;
        this.lateness = lateness;
    }

    /**
     * Publishes the files and returns when they are safe.
     *
     * @param now the present
     * @param effectiveFrom from when they decide; null for as soon as can be
     * @throws CannotStart if that is too early
     */
    public PublishedBundle publish(RuleFiles files, Instant now, @Nullable Instant effectiveFrom) {
        List<PublishedBundle> earlier = topic.bundles();
        Instant earliest = earliest(earlier, now);
        Instant from = effectiveFrom == null ? earliest : effectiveFrom;
        if (from.isBefore(earliest)) {
            throw new CannotStart("the bundle cannot decide from " + from + " on, because others decide until then or"
                    + " events may still be " + Durations.text(lateness.toMillis()) + " late: choose " + earliest
                    + " or later, or leave the time out");
        }
        PublishedBundle bundle = new PublishedBundle(number(files, now, earlier), from.toEpochMilli(), files);
        topic.publish(bundle);
        return bundle;
    }

    /** The first bundle decides what is older as well and may begin at once; each later one after those before it. */
    private Instant earliest(List<PublishedBundle> earlier, Instant now) {
        return earlier.isEmpty()
                ? now
                : Ahead.earliest(now, lateness, earlier.stream().mapToLong(PublishedBundle::effectiveFrom));
    }

    /** The day and the beginning of the hash; the same files once more on the same day get a further number. */
    private static String number(RuleFiles files, Instant now, List<PublishedBundle> earlier) {
        String number = DAY.format(now) + "-" + files.sha256().substring(0, HASH_DIGITS);
        List<String> taken = earlier.stream().map(PublishedBundle::number).toList();
        String free = number;
        for (int again = 2; taken.contains(free); again++) {
            free = number + "." + again;
        }
        return free;
    }
}
