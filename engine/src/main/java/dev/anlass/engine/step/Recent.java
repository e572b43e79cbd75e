package dev.anlass.engine.step;

import dev.anlass.engine.event.Event;

/**
 * The remembered events of a customer with the facts after each, in order of their places. Immutable.
 *
 * <p>Those that follow each other share one array: it grows at its end, which no earlier list reaches, and is left behind
 * when half of it has been dropped at its beginning. Hence in order nothing is copied.
 */
final class Recent {

    static final Recent NONE = new Recent(new Shared(0), 0, 0);

    private static final int FIRST_ROOM = 4;

    /** The array, of the events in it the hashes of the ids and the times of their places, and how much belongs to some list. */
    private static final class Shared {
        private final Applied[] all;
        private final int[] hashes;
        private final long[] times;
        private int used;

        Shared(int room) {
            this.all = new Applied[room];
            this.hashes = new int[room];
            this.times = new long[room];
        }

        void put(int at, Applied next) {
            all[at] = next;
            hashes[at] = next.remembered().event().id().hashCode();
            times[at] = next.place().time();
            used = at + 1;
        }

        Shared copied(int from, int to, int room) {
            Shared copy = new Shared(room);
            copy.used = to - from;
            System.arraycopy(all, from, copy.all, 0, copy.used);
            System.arraycopy(hashes, from, copy.hashes, 0, copy.used);
            System.arraycopy(times, from, copy.times, 0, copy.used);
            return copy;
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

    /** Time of the place of one of them, in milliseconds since 1970. */
    long timeOf(int index) {
        return shared.times[from + index];
    }

    Applied last() {
        return shared.all[to - 1];
    }

    /** Whether the event is among them; the latest are looked at first. */
    boolean contains(Event event) {
        int hash = event.id().hashCode();
        for (int i = to - 1; i >= from; i--) {
            if (shared.hashes[i] == hash && shared.all[i].remembered().event().isSameAs(event)) {
                return true;
            }
        }
        return false;
    }

    /** With one more at the end. */
    Recent with(Applied next) {
        boolean hasRoom = shared.used == to && to < shared.all.length;
        Shared roomy = hasRoom ? shared : roomier();
        int first = hasRoom ? from : 0;
        roomy.put(roomy.used, next);
        return new Recent(roomy, first, roomy.used);
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
        return rest.from > rest.size() ? new Recent(rest.roomier(), 0, rest.size()) : rest;
    }

    /** A copy of what belongs to this list, with room for more. */
    private Shared roomier() {
        return shared.copied(from, to, Math.max(FIRST_ROOM, size() * 2));
    }
}
