package dev.anlass.engine.event;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The named values of one event, record or fence: an immutable map for a handful of names.
 *
 * <p>A name that is missing in the event is missing here. Names are kept in order of their text, so equal content is
 * equal and is stored as the same bytes.
 */
public final class Fields extends AbstractMap<String, Object> {

    /** The value of an attribute that a {@code customer.updated} event removes. */
    public static final Object REMOVED = Removed.REMOVED;

    public static final Fields EMPTY = new Fields(new String[0], new Object[0]);

    private enum Removed {
        REMOVED
    }

    private final String[] names;
    private final Object[] values;

    private Fields(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    public static Fields of(Map<String, ?> content) {
        if (content.isEmpty()) {
            return EMPTY;
        }
        if (content instanceof Fields fields) {
            return fields;
        }
        String[] names = content.keySet().toArray(new String[0]);
        Arrays.sort(names);
        Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = names[i].intern();
            values[i] = content.get(names[i]);
        }
        return new Fields(names, values);
    }

    public static Fields of(String name, Object value) {
        return new Fields(new String[] {name.intern()}, new Object[] {value});
    }

    /**
     * Takes over both arrays: the names in order and interned, at the place of each its value, or null if it is missing.
     */
    public static Fields ofSorted(String[] names, @Nullable Object[] values) {
        int present = 0;
        for (Object value : values) {
            if (value != null) {
                present++;
            }
        }
        if (present == 0) {
            return EMPTY;
        }
        if (present == names.length) {
            return new Fields(names, values);
        }
        String[] presentNames = new String[present];
        Object[] presentValues = new Object[present];
        int at = 0;
        for (int i = 0; i < names.length; i++) {
            if (values[i] != null) {
                presentNames[at] = names[i];
                presentValues[at++] = values[i];
            }
        }
        return new Fields(presentNames, presentValues);
    }

    /** The same fields and one more; an equal name is replaced. */
    public Fields with(String name, Object value) {
        Map<String, Object> all = new java.util.HashMap<>(this);
        all.put(name, value);
        return of(all);
    }

    /** Only the fields whose name the test accepts; this very object if it accepts all. */
    public Fields retain(Predicate<String> wanted) {
        int kept = 0;
        for (String name : names) {
            if (wanted.test(name)) {
                kept++;
            }
        }
        if (kept == names.length) {
            return this;
        }
        if (kept == 0) {
            return EMPTY;
        }
        String[] keptNames = new String[kept];
        Object[] keptValues = new Object[kept];
        int at = 0;
        for (int i = 0; i < names.length; i++) {
            if (wanted.test(names[i])) {
                keptNames[at] = names[i];
                keptValues[at++] = values[i];
            }
        }
        return new Fields(keptNames, keptValues);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // Names of rules are interned, so most are found without comparing texts.
    public @Nullable Object get(@Nullable Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i] == name) {
                return values[i];
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
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
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return new Iterator<>() {
                    private int at = 0;

                    @Override
                    public boolean hasNext() {
                        return at < names.length;
                    }

                    @Override
                    public Entry<String, Object> next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException();
                        }
                        return new SimpleImmutableEntry<>(names[at], values[at++]);
                    }
                };
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }
}
