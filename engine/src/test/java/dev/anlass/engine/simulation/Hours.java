package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Policy.Quiet;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Whether hours are quiet, looked at minute by minute. */
final class Hours {

    private static final long MINUTE_MILLIS = 60_000;

    private Hours() {}

    static boolean isQuiet(Quiet quiet, ZoneId zone, long time) {
        ZonedDateTime now = Instant.ofEpochMilli(time).atZone(zone);
        LocalTime clock = now.toLocalTime();
        boolean isOverMidnight = quiet.from().isAfter(quiet.to());
        boolean isAfterFrom = !clock.isBefore(quiet.from());
        boolean isBeforeTo = clock.isBefore(quiet.to());
        if (isOverMidnight) {
            return (isAfterFrom && quiet.on().contains(now.getDayOfWeek()))
                    || (isBeforeTo && quiet.on().contains(now.getDayOfWeek().minus(1)));
        }
        return isAfterFrom && isBeforeTo && quiet.on().contains(now.getDayOfWeek());
    }

    /** The first instant that is not quiet. */
    static long end(Quiet quiet, ZoneId zone, long time) {
        long minute = Math.floorDiv(time, MINUTE_MILLIS) * MINUTE_MILLIS;
        while (isQuiet(quiet, zone, minute)) {
            minute += MINUTE_MILLIS;
        }
        return minute;
    }
}
