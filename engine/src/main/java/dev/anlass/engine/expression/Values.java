package dev.anlass.engine.expression;

import com.google.common.primitives.UnsignedLong;
import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.Scalar;
import dev.anlass.engine.event.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as they leave an expression: String, Long, Double, Boolean, Instant, Duration, immutable List and Map. */
final class Values {

    private Values() {}

    /** The value in the expected type; null if it has none or another one. */
    static @Nullable Object as(FieldType expected, @Nullable Object value) {
        if (expected == Scalar.BOOL || value instanceof Boolean) {
            return value instanceof Boolean && (expected == Scalar.BOOL || expected instanceof FieldType.Any)
                    ? value
                    : null;
        }
        Object plain = value == null ? null : plain(value);
        if (expected instanceof Scalar scalar) {
            return asScalar(scalar, plain);
        }
        if (expected instanceof FieldType.ListOf list) {
            return plain instanceof List<?> elements ? asList(list.element(), elements) : null;
        }
        return expected instanceof FieldType.RecordOf && !(plain instanceof Map) ? null : plain;
    }

    private static @Nullable Object asScalar(Scalar scalar, @Nullable Object value) {
        return switch (scalar) {
            case STRING -> value instanceof String ? value : null;
            case INT -> value instanceof Long ? value : null;
            case DOUBLE ->
                value instanceof Long whole ? (Object) (double) whole : value instanceof Double ? value : null;
            case BOOL -> value instanceof Boolean ? value : null;
            case TIMESTAMP, DATE -> value instanceof Instant ? value : null;
        };
    }

    private static @Nullable Object asList(FieldType element, List<?> elements) {
        List<Object> all = new ArrayList<>(elements.size());
        for (Object value : elements) {
            Object converted = as(element, value);
            if (converted == null) {
                return null;
            }
            all.add(converted);
        }
        return Collections.unmodifiableList(all);
    }

    private static @Nullable Object plain(Object value) {
        if (value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof Duration
                || value instanceof Fields) {
            return value;
        }
        if (value instanceof UnsignedLong unsigned) {
            return unsigned.longValue() < 0 ? null : (Object) unsigned.longValue();
        }
        if (value instanceof List<?> list) {
            return plainList(list);
        }
        return value instanceof Map<?, ?> map ? plainMap(map) : null;
    }

    private static @Nullable Object plainList(List<?> list) {
        List<Object> all = new ArrayList<>(list.size());
        for (Object element : list) {
            Object converted = plain(element);
            if (converted == null) {
                return null;
            }
            all.add(converted);
        }
        return Collections.unmodifiableList(all);
    }

    private static @Nullable Object plainMap(Map<?, ?> map) {
        Map<Object, Object> all = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object key = plain(entry.getKey());
            Object converted = plain(entry.getValue());
            if (key == null || converted == null) {
                return null;
            }
            all.put(key, converted);
        }
        return Collections.unmodifiableMap(all);
    }
}
