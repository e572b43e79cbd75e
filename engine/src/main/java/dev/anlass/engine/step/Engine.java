package dev.anlass.engine.step;

/**
 * The front door: one step takes what is known of a customer and an input, and gives what is known then and what is to
 * happen.
 *
 * <p>A step is a function. It reads no clock, no store and no random source; equal arguments give equal results, and
 * replaying the inputs rebuilds the state and the effects.
 */
public final class Engine {

    private Engine() {}

    public static StepResult step(Program program, CustomerState state, Input input) {
        return step(program, state, input, Observer.NOBODY);
    }

    /** The same, and the observer is told how it came about; what comes out is the same whoever listens. */
    public static StepResult step(Program program, CustomerState state, Input input, Observer observer) {
        return new Step(program, state, observer).take(input);
    }
}
