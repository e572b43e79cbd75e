package dev.anlass.engine.event;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from names to values, in order of the names, for some dozens of them.
 *
 * <p>Two arrays, copied when something changes: for so few names that is less work than a tree.
 */
public final class ByName<V> extends AbstractMap<String, V> {

    private static final ByName<?> EMPTY = new ByName<>(new String[0], new Object[0]);

    private final String[] names;
    private final Object[] values;

    private ByName(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    @SuppressWarnings("unchecked") // There is no value in it.
    public static <V> ByName<V> empty() {
        return (ByName<V>) EMPTY;
    }

    public static <V> ByName<V> of(Map<String, ? extends V> content) {
        if (content.isEmpty()) {
            return empty();
        }
        if (content instanceof ByName<? extends V> same) {
            return new ByName<>(same.names, same.values);
        }
        String[] names = content.keySet().toArray(new String[0]);
        Arrays.sort(names);
        Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = content.get(names[i]);
        }
        return new ByName<>(names, values);
    }

    /** Takes over both arrays: the names in order, at the place of each its value. */
    public static <V> ByName<V> ofSorted(String[] names, Object[] values) {
        return names.length == 0 ? empty() : new ByName<>(names, values);
    }

    /** With the value under the name, instead of the one that may be there. */
    public ByName<V> with(String name, V value) {
        int at = Arrays.binarySearch(names, name);
        if (at >= 0) {
            Object[] changed = values.clone();
            changed[at] = value;
            return new ByName<>(names, changed);
        }
        int place = -at - 1;
        String[] longerNames = Arrays.copyOf(names, names.length + 1);
        Object[] longerValues = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(names, place, longerNames, place + 1, names.length - place);
        System.arraycopy(values, place, longerValues, place + 1, values.length - place);
        longerNames[place] = name;
        longerValues[place] = value;
        return new ByName<>(longerNames, longerValues);
    }

    /** Without the name; this very map if it is not there. */
    public ByName<V> without(String name) {
        return retain(kept -> !kept.equals(name));
    }

    /** Only the names that the test accepts; this very map if it accepts all. */
    public ByName<V> retain(Predicate<String> wanted) {
        String[] keptNames = new String[names.length];
        Object[] keptValues = new Object[names.length];
        int kept = 0;
        for (int i = 0; i < names.length; i++) {
            if (wanted.test(names[i])) {
                keptNames[kept] = names[i];
                keptValues[kept++] = values[i];
            }
        }
        if (kept == names.length) {
            return this;
        }
        return kept == 0 ? empty() : new ByName<>(Arrays.copyOf(keptNames, kept), Arrays.copyOf(keptValues, kept));
    }

    /** The name at a place in their order, from 0. */
    public String nameAt(int place) {
        return names[place];
    }

    /** The value of the name at a place in their order, from 0. */
    @SuppressWarnings("unchecked") // Nothing else is put in.
    public V valueAt(int place) {
        return (V) values[place];
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // Names of rules are interned, so most are found without comparing texts.
    public @Nullable V get(@Nullable Object name) {
        for (int at = 0; at < names.length; at++) {
            if (names[at] == name) {
                return valueAt(at);
            }
        }
        int at = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
        return at < 0 ? null : valueAt(at);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super V> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], valueAt(i));
        }
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, V>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, V>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < names.length;
        }

        @Override
        public Entry<String, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return new SimpleImmutableEntry<>(names[next], valueAt(next++));
        }
    }
}
