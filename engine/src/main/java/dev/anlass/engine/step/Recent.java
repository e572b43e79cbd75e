package dev.anlass.engine.step;

import java.util.Arrays;

/**
 * The remembered events of a customer with the facts after each, in order of their places. Immutable.
 *
 * <p>Those that follow each other share one array: it grows at its end, which no earlier list reaches, and is left behind
 * when half of it has been dropped at its beginning. Hence in order nothing is copied.
 */
final class Recent {

    static final Recent NONE = new Recent(new Shared(new Applied[0], 0), 0, 0);

    private static final int FIRST_ROOM = 4;

    /** The array, and how much of it belongs to some list. */
    private static final class Shared {
        private final Applied[] all;
        private int used;

        Shared(Applied[] all, int used) {
            this.all = all;
            this.used = used;
        }
    }

    private final Shared shared;
    private final int from;
    private final int to;

    private Recent(Shared shared, int from, int to) {
        this.shared = shared;
        this.from = from;
        this.to = to;
    }

    int size() {
        return to - from;
    }

    boolean isEmpty() {
        return to == from;
    }

    Applied get(int index) {
        return shared.all[from + index];
    }

    Applied last() {
        return shared.all[to - 1];
    }

    /** With one more at the end. */
    Recent with(Applied next) {
        boolean hasRoom = shared.used == to && to < shared.all.length;
        Recent roomy = hasRoom ? this : copied(Math.max(FIRST_ROOM, size() * 2));
        roomy.shared.all[roomy.to] = next;
        roomy.shared.used = roomy.to + 1;
        return new Recent(roomy.shared, roomy.from, roomy.to + 1);
    }

    /** Only the first so many. */
    Recent first(int count) {
        return new Recent(shared, from, from + count);
    }

    /** Without the first so many. */
    Recent without(int count) {
        if (count == size()) {
            return NONE;
        }
        Recent rest = new Recent(shared, from + count, to);
        return rest.from > rest.size() ? rest.copied(Math.max(FIRST_ROOM, rest.size() * 2)) : rest;
    }

    private Recent copied(int room) {
        return new Recent(new Shared(Arrays.copyOf(Arrays.copyOfRange(shared.all, from, to), room), size()), 0, size());
    }
}
