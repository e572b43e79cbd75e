package dev.anlass.engine.expression;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Building of lists, access to an element, and the search for one. */
final class Lists {

    private Lists() {}

    static Computation of(List<Computation> elements) {
        return Application.of(values -> Collections.unmodifiableList(Arrays.asList(values)), elements);
    }

    static Operation.Binary at(Operation otherwise) {
        return (container, index) -> {
            if (container instanceof List<?> list && index instanceof Long at) {
                return at >= 0 && at < list.size() ? list.get(at.intValue()) : null;
            }
            return container instanceof Map && index instanceof String name
                    ? Records.get(container, name)
                    : otherwise.apply(container, index);
        };
    }

    static Operation.Binary in(Operation otherwise) {
        return (value, container) -> {
            if (!(container instanceof List<?> list)) {
                return otherwise.apply(value, container);
            }
            return value instanceof Number number ? inNumbers(number, list, otherwise) : (Object) list.contains(value);
        };
    }

    /** With a constant list on the right, the usual form of a condition. */
    static Operation.Unary inConstant(List<?> list, Operation otherwise) {
        Set<?> elements = new HashSet<>(list);
        return value ->
                value instanceof Number number ? inNumbers(number, list, otherwise) : (Object) elements.contains(value);
    }

    private static @Nullable Object inNumbers(Number number, List<?> list, Operation otherwise) {
        if (!Numbers.isKnown(number)) {
            return otherwise.apply(number, list);
        }
        for (Object element : list) {
            if (element instanceof Number other) {
                if (!Numbers.isKnown(other)) {
                    return otherwise.apply(number, list);
                }
                if (element.equals(number) || Numbers.equal(other, number)) {
                    return true;
                }
            }
        }
        return false;
    }
}
