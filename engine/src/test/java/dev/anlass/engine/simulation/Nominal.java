package dev.anlass.engine.simulation;

import dev.anlass.engine.rule.Schedule;
import dev.anlass.engine.rule.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The instants that a schedule names, and when it is carried out for a customer: a spread later. */
record Nominal(Schedule schedule, long spread) {

    private static final int DAYS = 15;

    static Nominal of(Schedule schedule, Settings settings, String customer) {
        return new Nominal(schedule, settings.spread() ? Identity.spread(customer, schedule.spreadMillis()) : 0);
    }

    /** When it is carried out for the first time after a time, in milliseconds since 1970. */
    long next(ZoneId zone, long after) {
        LocalDate day =
                Instant.ofEpochMilli(after - spread).atZone(zone).toLocalDate().minusDays(1);
        for (int i = 0; i < DAYS; i++) {
            LocalDate candidate = day.plusDays(i);
            long instant =
                    candidate.atTime(schedule.at()).atZone(zone).toInstant().toEpochMilli();
            if (instant > after - spread && schedule.on().contains(candidate.getDayOfWeek())) {
                return instant + spread;
            }
        }
        return Long.MAX_VALUE;
    }

    /** The named instant that is carried out at a time. */
    long of(long time) {
        return time - spread;
    }
}
