package dev.anlass.engine.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The standard macros: they bind a variable to each element of a list, or to each key of a map. */
final class Macros {

    private Macros() {}

    /**
     * The macro whose expansion this is.
     *
     * @param slot where its variable stands
     */
    static Computation of(
            CelComprehension macro, Computation range, int slot, Function<CelExpr, Computation> translate) {
        CelExpr.CelCall step = macro.loopStep().call();
        if (macro.accuInit().getKind() == CelExpr.ExprKind.Kind.LIST) {
            boolean filters = step.function().equals(Nodes.CONDITIONAL);
            CelExpr.CelCall append = filters ? step.args().get(1).call() : step;
            return collect(
                    range,
                    slot,
                    filters ? translate.apply(step.args().get(0)) : new Constant(true),
                    translate.apply(append.args().get(1).list().elements().get(0)));
        }
        return switch (step.function()) {
            case Nodes.AND ->
                quantifier(false, range, slot, translate.apply(step.args().get(1)));
            case Nodes.OR ->
                quantifier(true, range, slot, translate.apply(step.args().get(1)));
            case Nodes.CONDITIONAL ->
                existsOne(range, slot, translate.apply(step.args().get(0)));
            default -> throw new IllegalStateException("unexpected macro: " + macro);
        };
    }

    /** {@code exists} is decided by one true, {@code all} by one false; an element without outcome leaves it open. */
    private static Computation quantifier(boolean decisive, Computation range, int slot, Computation predicate) {
        return (scope, variables) -> {
            Iterable<?> elements = elements(range.compute(scope, variables));
            if (elements == null) {
                return null;
            }
            boolean isKnown = true;
            for (Object element : elements) {
                if (!variables.visit(slot, element)) {
                    return null;
                }
                if (!(predicate.compute(scope, variables) instanceof Boolean outcome)) {
                    isKnown = false;
                } else if (outcome == decisive) {
                    return decisive;
                }
            }
            return isKnown ? !decisive : null;
        };
    }

    private static Computation existsOne(Computation range, int slot, Computation predicate) {
        return (scope, variables) -> {
            Iterable<?> elements = elements(range.compute(scope, variables));
            if (elements == null) {
                return null;
            }
            int count = 0;
            for (Object element : elements) {
                if (!variables.visit(slot, element)
                        || !(predicate.compute(scope, variables) instanceof Boolean outcome)) {
                    return null;
                }
                count += outcome ? 1 : 0;
            }
            return count == 1;
        };
    }

    /** {@code map} and {@code filter}: the value for each element that the predicate accepts. */
    private static Computation collect(Computation range, int slot, Computation predicate, Computation value) {
        return (scope, variables) -> {
            Iterable<?> elements = elements(range.compute(scope, variables));
            if (elements == null) {
                return null;
            }
            List<Object> collected = new ArrayList<>();
            for (Object element : elements) {
                if (!variables.visit(slot, element)
                        || !(predicate.compute(scope, variables) instanceof Boolean isWanted)) {
                    return null;
                }
                Object wanted = isWanted ? value.compute(scope, variables) : element;
                if (wanted == null) {
                    return null;
                }
                if (isWanted) {
                    collected.add(wanted);
                }
            }
            return Collections.unmodifiableList(collected);
        };
    }

    private static @Nullable Iterable<?> elements(@Nullable Object range) {
        if (range instanceof List<?> list) {
            return list;
        }
        return range instanceof Map<?, ?> map ? map.keySet() : null;
    }
}
