package dev.anlass.jobs.demo.city;

/**
 * How much is done in each hour of the day.
 *
 * <p>Instants are in milliseconds since 1970. The day is a Monday that lies far enough back for no broker to take its
 * times for times ahead.
 */
final class Hours {

    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /** Monday, 24 November 2025, 00:00 in Zürich. */
    static final long MIDNIGHT = 1_763_938_800_000L;

    /** Browsing: in the train, at lunch, most of all in the evening. */
    static final Hours BROWSING =
            new Hours(3, 1, 1, 0, 0, 2, 8, 18, 16, 14, 16, 18, 32, 26, 16, 14, 16, 20, 26, 34, 44, 40, 24, 10);

    /** Walking: to work, at lunch, after work. */
    static final Hours WALKING =
            new Hours(0, 0, 0, 0, 0, 0, 6, 18, 16, 14, 18, 26, 38, 28, 20, 20, 26, 42, 40, 18, 8, 4, 0, 0);

    /** Paying by card. */
    static final Hours PAYING =
            new Hours(0, 0, 0, 0, 0, 1, 8, 16, 18, 16, 16, 24, 40, 24, 16, 18, 24, 36, 38, 26, 14, 10, 4, 0);

    private final int[] weights;

    private Hours(int... weights) {
        this.weights = weights;
    }

    /** Some instant of the day. */
    long sometime(Dice dice) {
        return at(dice.weighted(weights), dice);
    }

    /** Some instant of the day from one hour to another, the other one excluded. */
    static long between(int hour, int otherHour, Dice dice) {
        return between(0, hour, otherHour, dice);
    }

    /** The same so many days before. */
    static long between(int daysBefore, int hour, int otherHour, Dice dice) {
        return MIDNIGHT - daysBefore * DAY + dice.between(hour * HOUR, otherHour * HOUR - 1);
    }

    private static long at(int hour, Dice dice) {
        return between(hour, hour + 1, dice);
    }
}
