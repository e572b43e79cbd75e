package dev.anlass.engine.expression;

import dev.anlass.engine.event.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reading of roots and of the fields of records; a removed attribute is missing.
 *
 * <p>Names are interned, as those of fields are: most often one look tells that two are the same.
 */
final class Records {

    private Records() {}

    static Computation root(String root) {
        String name = root.intern();
        return (scope, variables) -> scope.read(name);
    }

    static Computation fieldOfRoot(String root, String field) {
        String rootName = root.intern();
        String name = field.intern();
        return (scope, variables) -> get(scope.read(rootName), name);
    }

    static Computation field(Computation record, String field) {
        String name = field.intern();
        return (scope, variables) -> get(record.compute(scope, variables), name);
    }

    /** Whether the field is there; without the record that is unknown. */
    static Computation has(Computation record, String field) {
        String name = field.intern();
        return (scope, variables) ->
                record.compute(scope, variables) instanceof Map<?, ?> fields ? get(fields, name) != null : null;
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
