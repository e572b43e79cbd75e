package dev.anlass.engine.expression;

import dev.anlass.engine.event.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading of roots and of the fields of records; a removed attribute is missing. */
final class Records {

    private Records() {}

    static Computation root(String root) {
        return (scope, variables) -> scope.read(root);
    }

    static Computation fieldOfRoot(String root, String field) {
        return (scope, variables) -> get(scope.read(root), field);
    }

    static Computation field(Computation record, String field) {
        return (scope, variables) -> get(record.compute(scope, variables), field);
    }

    /** Whether the field is there; without the record that is unknown. */
    static Computation has(Computation record, String field) {
        return (scope, variables) ->
                record.compute(scope, variables) instanceof Map<?, ?> fields ? get(fields, field) != null : null;
    }

    static @Nullable Object get(@Nullable Object record, String field) {
        Object value;
        if (record instanceof Fields fields) {
            value = fields.get(field);
        } else {
            value = record instanceof Map<?, ?> map ? map.get(field) : null;
        }
        return value == Fields.REMOVED ? null : value;
    }
}
