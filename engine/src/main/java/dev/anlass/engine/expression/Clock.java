package dev.anlass.engine.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The wall clock at the deciding time in a named zone; without the zone it reads nothing. */
final class Clock {

    private Clock() {}

    /** The hour, 0 to 23. */
    static Computation hour(Computation zone) {
        return reading(zone, ZonedDateTime::getHour);
    }

    /** The day of the week, 1 (Monday) to 7. */
    static Computation weekday(Computation zone) {
        return reading(zone, clock -> clock.getDayOfWeek().getValue());
    }

    private static Computation reading(Computation zone, ToLongFunction<ZonedDateTime> hand) {
        if (zone instanceof Constant constant) {
            ZoneId known = zoneOf(constant.value());
            return (scope, variables) -> read(known, scope.time(), hand);
        }
        return (scope, variables) -> read(zoneOf(zone.compute(scope, variables)), scope.time(), hand);
    }

    private static @Nullable Object read(@Nullable ZoneId zone, long time, ToLongFunction<ZonedDateTime> hand) {
        return zone == null
                ? null
                : (Object) hand.applyAsLong(Instant.ofEpochMilli(time).atZone(zone));
    }

    private static @Nullable ZoneId zoneOf(@Nullable Object name) {
        try {
            return name instanceof String text ? ZoneId.of(text) : null;
        } catch (DateTimeException e) {
            return null; // there is no such zone
        }
    }
}
