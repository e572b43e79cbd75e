package dev.anlass.engine.rulefile;

import dev.anlass.engine.rule.Schedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a trigger says under {@code every}. */
final class ScheduleReader {

    private static final List<String> KEYS = List.of("at", "on", "spread", "where");

    /** The longest spread, so that the work of a day is done before that of the next. */
    private static final long MAX_SPREAD_MILLIS = 86_400_000L;

    private final Reading reading;

    ScheduleReader(Reading reading) {
        this.reading = reading;
    }

    @Nullable
    Section section(Node node) {
        return Section.of(node, "a schedule", reading.findings(), KEYS);
    }

    Schedule read(Section section) {
        Values values = reading.values();
        long spread = section.read("spread", Schedule.DEFAULT_SPREAD_MILLIS, values::duration);
        if (spread > MAX_SPREAD_MILLIS) {
            reading.findings().error(section.spotOf("spread"), "a spread is at most 1d", null);
        }
        return new Schedule(
                section.require("at", LocalTime.MIDNIGHT, values::timeOfDay),
                section.read("on", EnumSet.allOf(DayOfWeek.class), values::days),
                spread);
    }
}
