package dev.anlass.engine.expression;

/** A computation that reads nothing. */
record Constant(Object value) implements Computation {

    @Override
    public Object compute(Scope scope, Variables variables) {
        return value;
    }
}
