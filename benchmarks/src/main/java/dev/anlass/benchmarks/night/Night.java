package dev.anlass.benchmarks.night;

import dev.anlass.jobs.config.JobSettings;
import java.time.Duration;
import java.time.Instant;

/** The hours that pass, in milliseconds since 1970: a Monday in Zurich, and the lists of the next morning. */
final class Night {

    /** Customers become known from here on. */
    static final long FIRST_REGISTRATION = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();

    static final long LAST_REGISTRATION = Instant.parse("2026-03-02T20:00:00Z").toEpochMilli();

    private static final long SCHEDULES = Instant.parse("2026-03-03T01:00:00Z").toEpochMilli();
    private static final long SPREAD_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final long CUT_OFF = Instant.parse("2026-03-03T05:00:00Z").toEpochMilli();

    private final long graceMillis;
    private final long latenessMillis;

    Night(JobSettings settings) {
        graceMillis = settings.grace().toMillis();
        latenessMillis = settings.engine().latenessMillis();
    }

    /** The first tick by which a schedule comes due. */
    long firstSchedule() {
        return tickFor(SCHEDULES);
    }

    /** The tick by which all schedules have come due. */
    long lastSchedule() {
        return tickFor(SCHEDULES + SPREAD_MILLIS);
    }

    /** The tick by which lists are frozen. */
    long freezing() {
        return tickFor(CUT_OFF + latenessMillis);
    }

    /** How far time has come for the job by a tick. */
    long passedBy(long tick) {
        return tick - graceMillis - 1;
    }

    private long tickFor(long time) {
        return time + graceMillis + 1;
    }
}
