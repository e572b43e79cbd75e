package dev.anlass.engine.expression;

/** The variables of the macros of one evaluation, and how many elements these have visited together. */
final class Variables {

    /** For expressions without macros, which write nothing into it. */
    static final Variables NONE = new Variables(0);

    private final Object[] values;
    private int iterations;

    Variables(int count) {
        values = new Object[count];
    }

    Object get(int slot) {
        return values[slot];
    }

    /** Binds the variable to the next element; false if the evaluation has visited too many. */
    boolean visit(int slot, Object element) {
        values[slot] = element;
        return ++iterations <= Limits.MAX_ITERATIONS;
    }
}
