package dev.anlass.jobs.demo.city;

import java.util.List;

/**
 * Chance that is decided by a seed: equal seeds give equal throws on every Java.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;
    private static final int BELL_THROWS = 12;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice of their own for each combination of numbers. */
    static Dice of(long seed, long... parts) {
        long state = mix(seed + GOLDEN_GAMMA);
        for (long part : parts) {
            state = mix(state * 31 + part + GOLDEN_GAMMA);
        }
        return new Dice(state);
    }

    /** Other dice, decided by the next throw of these. */
    Dice split() {
        return new Dice(next());
    }

    /** From 0 to 1, exclusive. */
    double unit() {
        return (next() >>> 11) * UNIT;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** From the smallest to the largest, inclusive. */
    long between(long smallest, long largest) {
        return smallest + (long) (unit() * (largest - smallest + 1));
    }

    /** A whole number from the smallest to the largest, inclusive. */
    int count(int smallest, int largest) {
        return (int) between(smallest, largest);
    }

    /** Like a normal distribution around 0 with a deviation of 1; never beyond 6. */
    double bell() {
        double sum = 0;
        for (int i = 0; i < BELL_THROWS; i++) {
            sum += unit();
        }
        return sum - BELL_THROWS / 2.0;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(count(0, choices.size() - 1));
    }

    /** The index of one of the weights, each as probable as it is heavy. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        long ball = between(0, total - 1);
        int index = 0;
        while (ball >= weights[index]) {
            ball -= weights[index];
            index++;
        }
        return index;
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
