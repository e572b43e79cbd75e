package dev.anlass.engine.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The wall clock at a time in a named zone of the IANA time zone database. */
final class LocalTime {

    private LocalTime() {}

    /**
     * The hour, 0 to 23.
     *
     * @throws DateTimeException if there is no such zone
     */
    static long hour(String zone, long time) {
        return at(zone, time).getHour();
    }

    /**
     * The day of the week, 1 (Monday) to 7.
     *
     * @throws DateTimeException if there is no such zone
     */
    static long weekday(String zone, long time) {
        return at(zone, time).getDayOfWeek().getValue();
    }

    private static ZonedDateTime at(String zone, long time) {
        return Instant.ofEpochMilli(time).atZone(ZoneId.of(zone));
    }
}
