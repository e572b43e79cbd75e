package dev.anlass.engine.rule;

/**
 * What the operator of the engine sets, apart from the rules.
 *
 * @param latenessMillis how far behind a customer's clock an event may be
 * @param presenceTimeoutMillis a stay of which nothing was heard for longer than this has ended
 * @param maxEventsPerMinute a customer with more events in one minute of event time is a robot
 * @param schedulesThrough schedules stop after this instant, in milliseconds since 1970
 * @param spread whether schedules and releases are spread by customer; false in scenarios
 */
public record Settings(
        long latenessMillis,
        long presenceTimeoutMillis,
        int maxEventsPerMinute,
        long schedulesThrough,
        boolean spread) {

    public static final Settings DEFAULT = new Settings(60_000L, 30 * 60_000L, 6_000, Long.MAX_VALUE, true);

    public Settings withLateness(long millis) {
        return new Settings(millis, presenceTimeoutMillis, maxEventsPerMinute, schedulesThrough, spread);
    }

    public Settings withSchedulesThrough(long instant) {
        return new Settings(latenessMillis, presenceTimeoutMillis, maxEventsPerMinute, instant, spread);
    }

    public Settings withoutSpread() {
        return new Settings(latenessMillis, presenceTimeoutMillis, maxEventsPerMinute, schedulesThrough, false);
    }

    /** A span by which to spread, in milliseconds: 0 where nothing is spread. */
    public long spreadOf(long millis) {
        return spread ? millis : 0;
    }
}
