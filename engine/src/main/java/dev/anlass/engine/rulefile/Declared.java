package dev.anlass.engine.rulefile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of one kind that a rule set declares, with what they stand for.
 *
 * <p>A name whose declaration is broken is known but stands for nothing, so that its users are not reported as well.
 */
final class Declared<T> {

    private final Map<String, Optional<T>> byName = new TreeMap<>();
    private boolean unreadable = false;

    /** Adds a name with what it stands for; returns whether it was new. */
    boolean add(String name, T meaning) {
        return byName.putIfAbsent(name, Optional.of(meaning)) == null;
    }

    /** A name whose declaration is broken. */
    void addBroken(String name) {
        byName.putIfAbsent(name, Optional.empty());
    }

    /** A file of declarations is broken: any name may have been in it. */
    void addUnreadable() {
        unreadable = true;
    }

    boolean isUnreadable() {
        return unreadable;
    }

    /** Whether the name may be used: it is declared, or it may be. */
    boolean knows(String name) {
        return unreadable || byName.containsKey(name);
    }

    /** What the name stands for; null if it is unknown or broken. */
    @Nullable
    T get(String name) {
        return byName.getOrDefault(name, Optional.empty()).orElse(null);
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** What is declared without mistake, by name. */
    Map<String, T> valid() {
        Map<String, T> valid = new TreeMap<>();
        byName.forEach((name, meaning) -> meaning.ifPresent(known -> valid.put(name, known)));
        return valid;
    }
}
