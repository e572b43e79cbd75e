package dev.anlass.benchmarks.mix;

import java.util.List;

/**
 * What a customer does within some minutes.
 *
 * @param start in milliseconds since 1970
 */
record Session(int customer, long start, Kind kind) {

    enum Kind {
        /** In the app or the web shop. */
        BROWSING,
        /** The phone reports positions, none of them near a shop. */
        WALK_ELSEWHERE,
        /** The phone reports positions, one or two of them in a shop. */
        WALK_PAST_A_SHOP
    }

    private static final int LEAST_EVENTS = 3;
    private static final int MOST_EVENTS = 30;

    /** Most sessions are short. */
    private static final double SHORTNESS = 2.2;

    /** Mean over the lengths, by the integral of the power. */
    static final double MEAN_EVENTS = LEAST_EVENTS + (MOST_EVENTS - LEAST_EVENTS) / (SHORTNESS + 1) + 0.5;

    /** The events and, if it leads to another session, that one. */
    record Told(List<MixEvent> events, List<Session> later) {}

    Told tell(Dice dice, Delay delay, MixShape shape) {
        int events = LEAST_EVENTS + (int) (StrictMath.pow(dice.unit(), SHORTNESS) * (MOST_EVENTS - LEAST_EVENTS + 1));
        return kind == Kind.BROWSING
                ? new Browsing(this, dice, delay, shape.traffic().unread()).tell(events)
                : new Walk(this, dice, delay, new Shops(shape.rules().shops())).tell(events);
    }
}
