package dev.anlass.jobs.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values that one writer has written, numbered from 0; found by being equal or by being the same. */
final class Written {

    /** Stands for a value that was not written. */
    static final int NOTHING = -1;

    private static final int FIRST_ROOM = 64;

    private @Nullable Object[] values = new Object[FIRST_ROOM];
    private int[] hashes = new int[FIRST_ROOM];
    private int size;

    /** A hash table with open addressing: the number of a value plus one, 0 where there is none. */
    private int[] places = new int[FIRST_ROOM * 2];

    /** The number of a value that is equal. */
    int equalTo(Object value) {
        int hash = spread(value.hashCode());
        for (int at = hash; number(at) != NOTHING; at++) {
            int number = number(at);
            if (hashes[number] == hash && value.equals(values[number])) {
                return number;
            }
        }
        return NOTHING;
    }

    /** The number of this very value. */
    int sameAs(Object value) {
        int hash = spread(System.identityHashCode(value));
        for (int at = hash; number(at) != NOTHING; at++) {
            int number = number(at);
            if (values[number] == value) {
                return number;
            }
        }
        return NOTHING;
    }

    void add(Object value) {
        add(value, spread(value.hashCode()));
    }

    void addSame(Object value) {
        add(value, spread(System.identityHashCode(value)));
    }

    void clear() {
        Arrays.fill(values, 0, size, null);
        Arrays.fill(places, 0);
        size = 0;
    }

    private void add(Object value, int hash) {
        if (size == values.length) {
            grow();
        }
        values[size] = value;
        hashes[size] = hash;
        size++;
        place(size);
    }

    private void grow() {
        values = Arrays.copyOf(values, size * 2);
        hashes = Arrays.copyOf(hashes, size * 2);
        places = new int[size * 4];
        for (int number = 1; number <= size; number++) {
            place(number);
        }
    }

    private void place(int numberAndOne) {
        int at = hashes[numberAndOne - 1];
        while (number(at) != NOTHING) {
            at++;
        }
        places[at & (places.length - 1)] = numberAndOne;
    }

    private int number(int at) {
        return places[at & (places.length - 1)] - 1;
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 16;
    }
}
