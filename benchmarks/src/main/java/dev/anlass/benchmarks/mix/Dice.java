package dev.anlass.benchmarks.mix;

/**
 * Chance that is decided by a seed: equal seeds give equal throws on every Java.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    /** Dice of their own for each number of a seed. */
    Dice(long seed, long number) {
        this.state = mix(mix(seed + GOLDEN_GAMMA) + number);
    }

    /** From 0 to 1, exclusive. */
    double unit() {
        state += GOLDEN_GAMMA;
        return (mix(state) >>> 11) * UNIT;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** From 0, inclusive, to a bound, exclusive. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    /** From the smallest to the largest, inclusive. */
    long between(long smallest, long largest) {
        return smallest + (long) (unit() * (largest - smallest + 1));
    }

    /** Of an exponential distribution with this mean. */
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    /** The index of one of the weights, each as probable as it is heavy. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double ball = unit() * total;
        int index = 0;
        while (index < weights.length - 1 && ball >= weights[index]) {
            ball -= weights[index];
            index++;
        }
        return index;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
