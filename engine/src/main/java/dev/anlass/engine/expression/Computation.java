package dev.anlass.engine.expression;

import org.jspecify.annotations.Nullable;

/**
 * A node of a checked tree, translated into something that computes its value.
 *
 * <p>It never throws: what is missing, of another type, out of range or otherwise an error to CEL has no value.
 */
@FunctionalInterface
interface Computation {

    /** The value, or null if it cannot be computed. */
    @Nullable
    Object compute(Scope scope, Variables variables);
}
