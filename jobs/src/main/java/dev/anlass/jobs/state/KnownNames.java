package dev.anlass.jobs.state;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Lists of names that were read lately, so that none is kept twice: those of the fields of a type, of attributes, of categories.
 *
 * <p>A list takes the place of another with the same hash. Nobody changes them.
 */
final class KnownNames {

    /** A power of two, many times as many as there are types. */
    private static final int PLACES = 1 << 12;

    private static final AtomicReferenceArray<String[]> LISTS = new AtomicReferenceArray<>(PLACES);

    private KnownNames() {}

    /** The list that is equal and was read before, or this one. */
    static String[] of(String[] names) {
        int hash = 0;
        for (String name : names) {
            hash = 31 * hash + name.hashCode();
        }
        int place = (hash ^ hash >>> 16) & (PLACES - 1);
        String[] known = LISTS.getAcquire(place);
        if (known != null && isSame(known, names)) {
            return known;
        }
        LISTS.setRelease(place, names);
        return names;
    }

    @SuppressWarnings("ReferenceEquality") // What is not the very same text is only kept twice.
    private static boolean isSame(String[] known, String[] names) {
        if (known.length != names.length) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            if (known[i] != names[i]) {
                return false;
            }
        }
        return true;
    }
}
