package dev.anlass.jobs.learn;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trials counted by action, type and hour of sending.
 *
 * <p>Whole numbers by the hour: the counts do not depend on the order of the trials, and fade only when a table is made of
 * them.
 */
public final class Tally {

    /** The length of an hour in milliseconds: trials of one hour fade together. */
    public static final long HOUR_MILLIS = 3_600_000;

    /** A trial older than so many half-lives counts less than a millionth and is forgotten. */
    public static final int MAX_HALF_LIVES = 20;

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::action)
            .thenComparing(Key::type, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(Key::hour);

    private final Map<Key, Counts> counts = new TreeMap<>(ORDER);

    /**
     * What is counted together.
     *
     * @param hour since 1970
     */
    public record Key(String action, @Nullable String type, long hour) {

        public static Key of(Trial trial) {
            return new Key(trial.action(), trial.type(), Math.floorDiv(trial.sentAt(), HOUR_MILLIS));
        }

        /** Whether it is too old at a time to count. */
        public boolean isForgotten(long asOf, long halfLifeMillis) {
            return (double) asOf - (double) hour * HOUR_MILLIS > (double) halfLifeMillis * MAX_HALF_LIVES;
        }
    }

    /** How many were offered, and how many of them accepted. */
    public record Counts(long offered, long accepted) {

        public static final Counts NONE = new Counts(0, 0);

        public Counts plus(Counts more) {
            return new Counts(offered + more.offered, accepted + more.accepted);
        }

        public static Counts of(Trial trial) {
            return new Counts(1, trial.isSuccess() ? 1 : 0);
        }
    }

    public void add(Trial trial) {
        add(Key.of(trial), Counts.of(trial));
    }

    public void add(Key key, Counts more) {
        counts.merge(key, more, Counts::plus);
    }

    /** In the order of action, type and hour; those without a type first. */
    Map<Key, Counts> counts() {
        return counts;
    }

    /** How many trials there are. */
    public long trials() {
        return counts.values().stream().mapToLong(Counts::offered).sum();
    }
}
