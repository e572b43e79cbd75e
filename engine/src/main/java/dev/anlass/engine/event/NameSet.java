package dev.anlass.engine.event;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An immutable set of some names, in their order: one array, for so few are found sooner in it than in a tree. */
public final class NameSet extends AbstractSet<String> {

    public static final NameSet NONE = new NameSet(new String[0]);

    private final String[] names;

    private NameSet(String[] names) {
        this.names = names;
    }

    public static NameSet of(Collection<String> names) {
        if (names instanceof NameSet same) {
            return same;
        }
        return names.isEmpty() ? NONE : new NameSet(new TreeSet<>(names).toArray(String[]::new));
    }

    /** Takes over the names, which are in order. */
    public static NameSet ofSorted(String[] names) {
        return names.length == 0 ? NONE : new NameSet(names);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // Names of rules are interned, so most are found without comparing texts.
    public boolean contains(@Nullable Object name) {
        for (String each : names) {
            if (each == name) {
                return true;
            }
        }
        return name instanceof String text && Arrays.binarySearch(names, text) >= 0;
    }

    @Override
    public boolean containsAll(Collection<?> wanted) {
        if (wanted instanceof NameSet others) {
            for (String name : others.names) {
                if (!contains(name)) {
                    return false;
                }
            }
            return true;
        }
        return super.containsAll(wanted);
    }

    @Override
    public boolean isEmpty() {
        return names.length == 0;
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.asList(names).iterator();
    }

    @Override
    public int size() {
        return names.length;
    }
}
