package dev.anlass.engine.expression;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The equality of CEL: values of different types are unequal, numbers are compared across their types. */
final class Equality implements Operation.Binary {

    private final boolean whenEqual;
    private final Operation otherwise;

    private Equality(boolean whenEqual, Operation otherwise) {
        this.whenEqual = whenEqual;
        this.otherwise = otherwise;
    }

    /** The operator {@code ==}; lists, maps and rare types are left to the other function. */
    static Equality equal(Operation otherwise) {
        return new Equality(true, otherwise);
    }

    /** The operator {@code !=}; lists, maps and rare types are left to the other function. */
    static Equality unequal(Operation otherwise) {
        return new Equality(false, otherwise);
    }

    /** With a constant on the right, the usual form of a condition. */
    Computation with(Computation left, Object constant) {
        if (!(constant instanceof String text)) {
            return Application.of(value -> apply(value, constant), left);
        }
        return (scope, variables) -> {
            Object value = left.compute(scope, variables);
            if (value instanceof String other) {
                return text.equals(other) == whenEqual;
            }
            return value == null ? null : apply(value, text);
        };
    }

    @Override
    public @Nullable Object apply(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return Numbers.isKnown(a) && Numbers.isKnown(b)
                    ? (Object) (Numbers.equal(a, b) == whenEqual)
                    : otherwise.apply(left, right);
        }
        return isScalar(left) && isScalar(right)
                ? (Object) (left.equals(right) == whenEqual)
                : otherwise.apply(left, right);
    }

    private static boolean isScalar(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof Instant
                || value instanceof Duration;
    }
}
