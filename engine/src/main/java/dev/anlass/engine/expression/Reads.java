package dev.anlass.engine.expression;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What expressions read: for each root name the first-level fields.
 *
 * <p>A root that is read as a whole (or by a computed name) maps to {@link #EVERYTHING}; a root without fields, such
 * as {@code alternatives}, to the empty set.
 */
public record Reads(Map<String, Set<String>> byRoot) {

    /** Stands for every field of a root. */
    public static final String EVERYTHING = "*";

    public static final Reads NOTHING = new Reads(Map.of());

    public Reads {
        Map<String, Set<String>> copy = new TreeMap<>();
        byRoot.forEach((root, fields) -> copy.put(root, Collections.unmodifiableSet(new TreeSet<>(fields))));
        byRoot = Collections.unmodifiableMap(copy);
    }

    public Set<String> fieldsOf(String root) {
        return byRoot.getOrDefault(root, Set.of());
    }

    public boolean readsRoot(String root) {
        return byRoot.containsKey(root);
    }

    /** What any of them reads. */
    public static Reads all(Collection<Reads> parts) {
        Map<String, Set<String>> all = new TreeMap<>();
        for (Reads part : parts) {
            part.byRoot.forEach((root, fields) ->
                    all.computeIfAbsent(root, name -> new TreeSet<>()).addAll(fields));
        }
        return new Reads(all);
    }

    public Reads and(Reads other) {
        return all(List.of(this, other));
    }
}
