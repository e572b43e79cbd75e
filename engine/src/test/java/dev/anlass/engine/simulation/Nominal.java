package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The instants that a schedule names, in a zone. */
final class Nominal {

    private static final int DAYS = 15;

    private Nominal() {}

    /** The first nominal instant after a time, in milliseconds since 1970. */
    static long next(Schedule schedule, ZoneId zone, long after) {
        LocalDate day = Instant.ofEpochMilli(after).atZone(zone).toLocalDate().minusDays(1);
        for (int i = 0; i < DAYS; i++) {
            LocalDate candidate = day.plusDays(i);
            long instant =
                    candidate.atTime(schedule.at()).atZone(zone).toInstant().toEpochMilli();
            if (instant > after && schedule.on().contains(candidate.getDayOfWeek())) {
                return instant;
            }
        }
        return Long.MAX_VALUE;
    }
}
