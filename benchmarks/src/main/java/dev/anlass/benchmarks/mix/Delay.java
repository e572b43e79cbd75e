package dev.anlass.benchmarks.mix;

import dev.anlass.benchmarks.mix.MixShape.Disorder;

/** How much later than it happened an event arrives, in milliseconds. The dice are its own: what happens stays the same. */
final class Delay {

    /** Mean of the exponential distribution of those that come briefly later. */
    static final double BRIEF_MEAN_MILLIS = 2_000;

    /** At most this much later than it happened; half the lateness, so that nothing of it is rejected. */
    static final long LONGER_MOST_MILLIS = 30_000;

    static final long TOO_LATE_LEAST_MILLIS = 120_000;
    static final long TOO_LATE_MOST_MILLIS = 600_000;

    private static final long DICE = 1;

    private final Disorder disorder;
    private final Dice dice;

    Delay(long seed, Disorder disorder) {
        this.disorder = disorder;
        this.dice = new Dice(seed, DICE);
    }

    /** Of the next event. */
    long millis() {
        double ball = dice.unit();
        if (ball < disorder.tooLate()) {
            return dice.between(TOO_LATE_LEAST_MILLIS, TOO_LATE_MOST_MILLIS);
        }
        ball -= disorder.tooLate();
        if (ball < disorder.longer()) {
            return dice.between(0, LONGER_MOST_MILLIS);
        }
        ball -= disorder.longer();
        return ball < disorder.briefly() ? Math.min(LONGER_MOST_MILLIS, (long) dice.exponential(BRIEF_MEAN_MILLIS)) : 0;
    }
}
