package dev.anlass.engine.expression;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values that an expression reads, by name, as an explanation shows them.
 *
 * <p>A missing value is {@link #MISSING}. Coordinates are never among them.
 */
public final class Seen {

    /** Stands for a value that is missing. */
    public static final String MISSING = "missing";

    private static final Set<String> COORDINATES = Set.of("lat", "lon");

    private Seen() {}

    public static Map<String, Object> by(@Nullable Expression expression, Scope scope) {
        Map<String, Object> seen = new TreeMap<>();
        if (expression != null) {
            expression.reads().byRoot().forEach((root, fields) -> add(root, fields, scope, seen));
        }
        return seen;
    }

    private static void add(String root, Set<String> fields, Scope scope, Map<String, Object> seen) {
        Object value = root.equals("const") ? null : scope.read(root);
        if (fields.isEmpty() && value != null && !(value instanceof Map<?, ?>)) {
            seen.put(root, value);
        }
        for (String field : fields) {
            if (!root.equals("const") && !field.equals(Reads.EVERYTHING) && !COORDINATES.contains(field)) {
                seen.put(root + "." + field, shown(value instanceof Map<?, ?> map ? map.get(field) : null));
            }
        }
    }

    private static Object shown(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> shown = new TreeMap<>();
            map.forEach((name, inner) -> {
                if (!COORDINATES.contains(String.valueOf(name))) {
                    shown.put(String.valueOf(name), shown(inner));
                }
            });
            return shown;
        }
        return value == null ? MISSING : value;
    }
}
