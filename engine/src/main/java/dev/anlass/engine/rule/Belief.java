package dev.anlass.engine.rule;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/** What is believed of a probability: a Beta distribution with two counts, the prior included. */
public final class Belief {

    /** At how many probabilities a belief is looked at where chances are computed. */
    private static final int QUANTILES = 32;

    private final double alpha;
    private final double beta;
    private final BetaDistribution distribution;
    private volatile double @Nullable [] quantiles;

    private Belief(double alpha, double beta) {
        this.alpha = alpha;
        this.beta = beta;
        this.distribution = BetaDistribution.of(alpha, beta);
    }

    /**
     * A belief by its counts.
     *
     * @param alpha successes, finite and above 0
     * @param beta failures, finite and above 0
     */
    public static Belief of(double alpha, double beta) {
        return new Belief(alpha, beta);
    }

    public double alpha() {
        return alpha;
    }

    public double beta() {
        return beta;
    }

    /** How probable it is that the probability is no larger than this. */
    public double below(double probability) {
        return probability <= 0 ? 0 : probability >= 1 ? 1 : distribution.cumulativeProbability(probability);
    }

    /** The probability below which a share of the belief lies. */
    public double quantile(double share) {
        return distribution.inverseCumulativeProbability(share);
    }

    /** Probabilities that say where the belief lies, rising, closer to each other at both ends; not to be changed. */
    public double[] quantiles() {
        double[] known = quantiles;
        if (known == null) {
            known = new double[QUANTILES];
            for (int i = 0; i < QUANTILES; i++) {
                double half = Math.sin(Math.PI * (i + 0.5) / (2 * QUANTILES));
                known[i] = quantile(half * half);
            }
            quantiles = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Belief belief && belief.alpha == alpha && belief.beta == beta;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(alpha) + Double.hashCode(beta);
    }

    @Override
    public String toString() {
        return "Beta(" + alpha + ", " + beta + ")";
    }
}
