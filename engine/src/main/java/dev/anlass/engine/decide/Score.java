package dev.anlass.engine.decide;

/** What a candidate is worth: propensity × value × weight. */
public record Score(double propensity, double value, double weight) {

    public double total() {
        return propensity * value * weight;
    }
}
