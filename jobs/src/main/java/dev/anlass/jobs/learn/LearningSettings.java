package dev.anlass.jobs.learn;

import dev.anlass.engine.rulefile.Durations;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How is learned.
 *
 * @param segment by whose types there are cells; null for cells by action alone
 * @param halfLifeMillis after which a trial counts half
 * @param windowMillis how long a success is waited for; a trial counts when it has passed
 * @param successes types of the events that are a success, such as {@code action.accepted}
 * @param priorAlpha successes that every belief begins with, above 0
 * @param priorBeta failures that every belief begins with, above 0
 * @param seed of the draws
 */
public record LearningSettings(
        @Nullable String segment,
        long halfLifeMillis,
        long windowMillis,
        Set<String> successes,
        double priorAlpha,
        double priorBeta,
        long seed)
        implements Serializable {

    /** What feedback may be a success. */
    public static final List<String> SUCCESSES = List.of("opened", "accepted", "converted");

    private static final String PREFIX = "action.";

    public LearningSettings {
        successes = new TreeSet<>(successes);
        if (halfLifeMillis <= 0 || windowMillis <= 0 || !(priorAlpha > 0) || !(priorBeta > 0)) {
            throw new IllegalArgumentException("half-life, window and prior are above 0");
        }
    }

    /**
     * The type of the events of a feedback that is a success.
     *
     * @throws IllegalArgumentException with a sentence if it cannot be one
     */
    public static String success(String feedback) {
        if (feedback.startsWith(PREFIX)) {
            return success(feedback.substring(PREFIX.length()));
        }
        if (!SUCCESSES.contains(feedback)) {
            throw new IllegalArgumentException("\"" + feedback + "\" is no feedback that can be a success; choose of "
                    + String.join(", ", SUCCESSES) + ".");
        }
        return PREFIX + feedback;
    }

    /** By what trials are counted, as the options say it: with other ones the counts would mean something else. */
    String counted() {
        List<String> names =
                successes.stream().map(type -> type.replace(PREFIX, "")).toList();
        return (segment == null ? "no --segment" : "--segment " + segment)
                + " --half-life " + Durations.text(halfLifeMillis)
                + " --window " + Durations.text(windowMillis)
                + " --success " + String.join(",", names);
    }
}
