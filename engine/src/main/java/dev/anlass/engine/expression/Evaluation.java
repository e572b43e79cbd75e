package dev.anlass.engine.expression;

import org.jspecify.annotations.Nullable;

/** Computes the value of a checked tree; never throws. */
interface Evaluation {

    /** The value as CEL has it, or null if it cannot be computed. */
    @Nullable
    Object evaluate(Scope scope);
}
