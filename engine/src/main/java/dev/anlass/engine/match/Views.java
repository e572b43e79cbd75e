package dev.anlass.engine.match;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The entries of a map whose values are computed. */
final class Views {

    private Views() {}

    static Set<Map.Entry<String, Object>> entries(Set<String> names, Function<Object, @Nullable Object> value) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String name : names) {
            Object computed = value.apply(name);
            if (computed != null) {
                all.put(name, computed);
            }
        }
        return all.entrySet();
    }
}
