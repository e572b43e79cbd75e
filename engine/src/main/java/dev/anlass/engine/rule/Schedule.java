package dev.anlass.engine.rule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * A time of day on some days of the week, in the customer's zone.
 *
 * @param spreadMillis the work is spread over this long after the nominal instant, by a hash of the customer
 */
public record Schedule(LocalTime at, Set<DayOfWeek> on, long spreadMillis) {

    /** How long a schedule is spread if the author says nothing. */
    public static final long DEFAULT_SPREAD_MILLIS = 600_000L;

    public Schedule {
        on = Set.copyOf(on);
    }
}
