package dev.anlass.engine.rule;

import dev.anlass.engine.expression.Expression;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What no trigger may break: legality, caps, quiet hours, weights, control groups. */
public record Policy(
        String name,
        Applies applies,
        @Nullable String reason,
        @Nullable Expression forbid,
        @Nullable Cap cap,
        @Nullable Quiet quiet,
        @Nullable Expression weight,
        @Nullable Holdout holdout) {

    /** Which candidates a policy is for; a null key fits all; trigger is a glob with {@code *} and {@code ?}. */
    public record Applies(
            @Nullable String channel,
            @Nullable String purpose,
            @Nullable String trigger) {

        public static final Applies EVERYTHING = new Applies(null, null, null);

        public boolean fits(Trigger candidate) {
            return fits(candidate.channel(), candidate.purpose(), candidate.name());
        }

        public boolean fits(String ofChannel, String ofPurpose, String ofTrigger) {
            return (channel == null || channel.equals(ofChannel))
                    && (purpose == null || purpose.equals(ofPurpose))
                    && (trigger == null || globFits(trigger, ofTrigger));
        }

        static boolean globFits(String glob, String name) {
            if (glob.isEmpty()) {
                return name.isEmpty();
            }
            if (glob.charAt(0) == '*') {
                return globFits(glob.substring(1), name) || (!name.isEmpty() && globFits(glob, name.substring(1)));
            }
            return !name.isEmpty()
                    && (glob.charAt(0) == '?' || glob.charAt(0) == name.charAt(0))
                    && globFits(glob.substring(1), name.substring(1));
        }
    }

    /** What happens to a candidate that a policy does not let through now. */
    public enum Then {
        DROP,
        HOLD
    }

    /** The span in which contacts are counted. */
    public enum Period {
        ROLLING,
        CALENDAR_DAY,
        CALENDAR_WEEK
    }

    /**
     * At most so many contacts in a span.
     *
     * @param rollingMillis the window of a rolling cap; 0 for calendar periods
     * @param segment the segment whose type chooses another maximum; null if there is none
     * @param bySegment maxima by type
     */
    public record Cap(
            int max,
            Period period,
            long rollingMillis,
            Then then,
            @Nullable String segment,
            Map<String, Integer> bySegment) {

        /** The largest maximum: so many contacts are remembered of a customer. */
        public static final int MOST = 1_000;

        public Cap {
            bySegment = Map.copyOf(bySegment);
        }
    }

    /**
     * Hours without contact, {@code from <= clock < to}, over midnight if from is after to.
     *
     * @param on days on which the window begins
     * @param spreadMillis releases are spread over this long, by a hash of the customer
     */
    public record Quiet(LocalTime from, LocalTime to, Set<DayOfWeek> on, Then then, long spreadMillis) {

        public static final long DEFAULT_SPREAD_MILLIS = 600_000L;

        public Quiet {
            on = Set.copyOf(on);
        }
    }

    /** A control group that is never contacted. */
    public record Holdout(double percent, String salt) {}
}
