package dev.anlass.engine.expression;

import org.jspecify.annotations.Nullable;

/** What a call does with the values of its arguments. */
@FunctionalInterface
interface Operation {

    /** For arguments that no function takes. */
    Operation NONE = arguments -> null;

    /** The value, or null if it cannot be computed from these. */
    @Nullable
    Object apply(Object... arguments);

    /** A function of one value. */
    @FunctionalInterface
    interface Unary {
        @Nullable
        Object apply(Object argument);
    }

    /** A function of two values. */
    @FunctionalInterface
    interface Binary {
        @Nullable
        Object apply(Object left, Object right);
    }
}
