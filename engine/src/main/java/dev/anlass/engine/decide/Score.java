package dev.anlass.engine.decide;

/**
 * What a candidate is worth: propensity × value × weight.
 *
 * @param propensity from the score table of the moment decided; 1 without one
 */
public record Score(double propensity, double value, double weight) {

    public double total() {
        return propensity * value * weight;
    }
}
