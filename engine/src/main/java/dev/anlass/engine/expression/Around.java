package dev.anlass.engine.expression;

import dev.cel.common.types.CelKind;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Values that lie on, just below and just above constants: they stand for all values that a comparison can tell apart. */
final class Around {

    private Around() {}

    /**
     * The values around all constants; none if one of them has no neighbours.
     *
     * @param kind the type of what is compared with them
     */
    static Set<Object> allOf(Collection<?> constants, CelKind kind) {
        Set<Object> all = new LinkedHashSet<>();
        for (Object constant : constants) {
            Set<?> some = of(constant, kind);
            if (some.isEmpty()) {
                return Set.of();
            }
            all.addAll(some);
        }
        return all;
    }

    private static Set<?> of(Object constant, CelKind kind) {
        if (constant instanceof Number number && Numbers.isKnown(number)) {
            return kind == CelKind.INT ? aroundInt(number) : around(number.doubleValue());
        }
        if (constant instanceof String text) {
            return new LinkedHashSet<>(List.of("", text, text + '\0'));
        }
        if (constant instanceof Instant time) {
            return Set.of(time.minusMillis(1), time, time.plusMillis(1));
        }
        return constant instanceof Boolean ? Set.of(true, false) : Set.of();
    }

    private static Set<Double> around(double constant) {
        return new LinkedHashSet<>(List.of(Math.nextDown(constant), constant, Math.nextUp(constant)));
    }

    private static Set<Long> aroundInt(Number constant) {
        long whole = (long) Math.floor(constant.doubleValue());
        long middle = constant instanceof Long exact ? exact : whole;
        return new LinkedHashSet<>(List.of(
                middle == Long.MIN_VALUE ? middle : middle - 1,
                middle,
                middle == Long.MAX_VALUE ? middle : middle + 1));
    }
}
