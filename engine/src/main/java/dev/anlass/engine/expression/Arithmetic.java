package dev.anlass.engine.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on ints and doubles, and what else {@code +} joins; an int out of range has no value.
 *
 * <p>The checker refuses an int beside a double where it knows both; where a type is only known when it is read, such
 * as that of a metric, a whole number is a fine double.
 */
final class Arithmetic {

    private Arithmetic() {}

    static Operation.Binary plus(Operation otherwise) {
        return (left, right) -> {
            if (Numbers.areMixed(left, right)) {
                return Numbers.asDouble(left) + Numbers.asDouble(right);
            }
            if (left instanceof Double a && right instanceof Double b) {
                return a + b;
            }
            if (left instanceof Long a && right instanceof Long b) {
                return sum(a, b);
            }
            if (left instanceof String a && right instanceof String b) {
                return a + b;
            }
            return left instanceof List<?> a && right instanceof List<?> b
                    ? joined(a, b)
                    : otherwise.apply(left, right);
        };
    }

    static Operation.Binary minus(Operation otherwise) {
        return (left, right) -> {
            if (Numbers.areMixed(left, right)) {
                return Numbers.asDouble(left) - Numbers.asDouble(right);
            }
            if (left instanceof Double a && right instanceof Double b) {
                return a - b;
            }
            return left instanceof Long a && right instanceof Long b ? difference(a, b) : otherwise.apply(left, right);
        };
    }

    static Operation.Binary times(Operation otherwise) {
        return (left, right) -> {
            if (Numbers.areMixed(left, right)) {
                return Numbers.asDouble(left) * Numbers.asDouble(right);
            }
            if (left instanceof Double a && right instanceof Double b) {
                return a * b;
            }
            return left instanceof Long a && right instanceof Long b ? product(a, b) : otherwise.apply(left, right);
        };
    }

    static Operation.Binary dividedBy(Operation otherwise) {
        return (left, right) -> {
            if (Numbers.areMixed(left, right)) {
                return Numbers.asDouble(left) / Numbers.asDouble(right);
            }
            if (left instanceof Double a && right instanceof Double b) {
                return a / b;
            }
            return left instanceof Long a && right instanceof Long b ? quotient(a, b) : otherwise.apply(left, right);
        };
    }

    static Operation.Binary modulo(Operation otherwise) {
        return (left, right) -> left instanceof Long a && right instanceof Long b
                ? (b == 0 ? null : (Object) (a % b))
                : otherwise.apply(left, right);
    }

    static Operation.Unary negated(Operation otherwise) {
        return value -> {
            if (value instanceof Double number) {
                return -number;
            }
            return value instanceof Long number ? difference(0, number) : otherwise.apply(value);
        };
    }

    static Operation.Unary toDouble(Operation otherwise) {
        return value -> {
            if (value instanceof Double) {
                return value;
            }
            return value instanceof Long number ? (Object) (double) number : otherwise.apply(value);
        };
    }

    private static @Nullable Long sum(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? null : (Long) sum;
    }

    private static @Nullable Long difference(long a, long b) {
        long difference = a - b;
        return ((a ^ b) & (a ^ difference)) < 0 ? null : (Long) difference;
    }

    private static @Nullable Long product(long a, long b) {
        long product = a * b;
        return Math.multiplyHigh(a, b) == product >> (Long.SIZE - 1) ? (Long) product : null;
    }

    private static @Nullable Long quotient(long a, long b) {
        return b == 0 || (a == Long.MIN_VALUE && b == -1) ? null : (Long) (a / b);
    }

    private static List<Object> joined(List<?> a, List<?> b) {
        List<Object> all = new ArrayList<>(a.size() + b.size());
        all.addAll(a);
        all.addAll(b);
        return Collections.unmodifiableList(all);
    }
}
