package dev.anlass.engine.expression;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The comparisons by order, of numbers across their types as cel-java has them. */
enum Comparison {
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    Operation.Binary orElse(Operation otherwise) {
        return (left, right) -> {
            if (left instanceof Double a && right instanceof Double b) {
                return holds(a, b);
            }
            if (left instanceof Number a && right instanceof Number b && Numbers.isKnown(a) && Numbers.isKnown(b)) {
                return holds(Numbers.compare(a, b));
            }
            if (left instanceof String a && right instanceof String b) {
                return holds(a.compareTo(b));
            }
            if (left instanceof Boolean a && right instanceof Boolean b) {
                return holds(Boolean.compare(a, b));
            }
            if (left instanceof Instant a && right instanceof Instant b) {
                return holds(a.compareTo(b));
            }
            return otherwise.apply(left, right);
        };
    }

    /** With a constant on the right, the usual form of a condition. */
    Computation with(Computation left, Object constant, Operation otherwise) {
        Operation.Binary any = orElse(otherwise);
        if (constant instanceof Double bound) {
            return withDouble(left, bound, any);
        }
        if (constant instanceof Long bound) {
            return withInt(left, bound, any);
        }
        return Application.of(value -> any.apply(value, constant), left);
    }

    private Computation withDouble(Computation left, double bound, Operation.Binary any) {
        return (scope, variables) -> {
            Object value = left.compute(scope, variables);
            if (value instanceof Double number) {
                return holds(number, bound);
            }
            return value == null ? null : any.apply(value, bound);
        };
    }

    private Computation withInt(Computation left, long bound, Operation.Binary any) {
        return (scope, variables) -> {
            Object value = left.compute(scope, variables);
            if (value instanceof Long number) {
                return holds(Long.compare(number, bound));
            }
            return value == null ? null : any.apply(value, bound);
        };
    }

    private boolean holds(int compared) {
        return switch (this) {
            case LESS -> compared < 0;
            case LESS_OR_EQUAL -> compared <= 0;
            case GREATER -> compared > 0;
            case GREATER_OR_EQUAL -> compared >= 0;
        };
    }

    private boolean holds(double left, double right) {
        return switch (this) {
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
        };
    }

    static @Nullable Comparison of(String operator) {
        return switch (operator) {
            case "_<_" -> LESS;
            case "_<=_" -> LESS_OR_EQUAL;
            case "_>_" -> GREATER;
            case "_>=_" -> GREATER_OR_EQUAL;
            default -> null;
        };
    }
}
