package dev.anlass.engine.rule;

import dev.anlass.engine.expression.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of an action's payload as the author wrote it. */
public sealed interface PayloadValue {

    /** A constant: String, Long, Double or Boolean. */
    record Constant(Object value) implements PayloadValue {}

    /** A single expression; keeps its type, left out if unknown. */
    record Computed(Expression expression) implements PayloadValue {}

    /** Text with expressions in it; left out if one of them is unknown. */
    record Text(Template template) implements PayloadValue {}

    /** A nested object. */
    record Group(Map<String, PayloadValue> fields) implements PayloadValue {
        public Group {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** A list. */
    record Items(List<PayloadValue> items) implements PayloadValue {
        public Items {
            items = List.copyOf(items);
        }
    }
}
