package dev.anlass.engine.match;

import dev.anlass.engine.rule.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The times of day of one schedule, before they are spread: the next one of a zone is found once for everybody. */
final class Nominal {

    private static final int MAX_ZONES = 1_024;
    private static final int DAYS_UNTIL_THE_SAME_WEEKDAY = 8;

    /** Between the two, the first inclusive, nothing else is the next. In milliseconds since 1970. */
    private record Span(long from, long next) {}

    private final Schedule schedule;
    private final Map<ZoneId, Span> latest = new ConcurrentHashMap<>();

    Nominal(Schedule schedule) {
        this.schedule = schedule;
    }

    /** The first time of day after a time; a time that the clock skips is read as one hour later. */
    long next(ZoneId zone, long after) {
        @Nullable Span known = latest.get(zone);
        if (known != null && known.from() <= after && after < known.next()) {
            return known.next();
        }
        long next = found(zone, after);
        if (known != null || latest.size() < MAX_ZONES) {
            latest.put(zone, new Span(after, next));
        }
        return next;
    }

    private long found(ZoneId zone, long after) {
        LocalDate day = Instant.ofEpochMilli(after).atZone(zone).toLocalDate();
        for (int i = 0; i <= DAYS_UNTIL_THE_SAME_WEEKDAY; i++, day = day.plusDays(1)) {
            if (schedule.on().contains(day.getDayOfWeek())) {
                long nominal =
                        day.atTime(schedule.at()).atZone(zone).toInstant().toEpochMilli();
                if (nominal > after) {
                    return nominal;
                }
            }
        }
        return Long.MAX_VALUE / 2;
    }
}
