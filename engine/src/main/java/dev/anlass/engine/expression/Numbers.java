package dev.anlass.engine.expression;

import org.jspecify.annotations.Nullable;

/** Numbers of CEL compared across their types. */
final class Numbers {

    private Numbers() {}

    /** Whether it is an int or a double; unsigned numbers are left to cel-java. */
    static boolean isKnown(Number number) {
        return number instanceof Long || number instanceof Double;
    }

    /** Whether one is an int and the other a double. */
    static boolean areMixed(@Nullable Object left, @Nullable Object right) {
        return (left instanceof Long && right instanceof Double) || (left instanceof Double && right instanceof Long);
    }

    static double asDouble(@Nullable Object number) {
        return number instanceof Number known ? known.doubleValue() : Double.NaN;
    }

    /** The order of two known numbers of which not both are doubles. */
    static int compare(Number left, Number right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        return Double.compare(left.doubleValue(), right.doubleValue());
    }

    /** Whether two known numbers are equal; no number equals NaN. */
    static boolean equal(Number left, Number right) {
        if (left instanceof Double a && right instanceof Double b) {
            return a.doubleValue() == b.doubleValue();
        }
        return compare(left, right) == 0;
    }
}
