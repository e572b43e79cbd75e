package dev.anlass.engine.step;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.match.Remembered;

/**
 * The remembered events of a customer with what was reached right after each, in order of their places. Immutable.
 *
 * <p>Those that follow each other share their arrays: these grow at their end, which no earlier list reaches, and are left behind
 * when half of them has been dropped at the beginning. Hence in order nothing is copied.
 */
final class Recent {

    static final Recent NONE = new Recent(new Shared(0), 0, 0);

    private static final int FIRST_ROOM = 4;

    /** The events, what was reached after each, the hashes of their ids, the times of their places; how much belongs to some list. */
    private static final class Shared {
        private final Remembered[] events;
        private final Reached[] after;
        private final int[] hashes;
        private final long[] times;
        private int used;

        Shared(int room) {
            this.events = new Remembered[room];
            this.after = new Reached[room];
            this.hashes = new int[room];
            this.times = new long[room];
        }

        void put(int at, Remembered next, Reached reached) {
            events[at] = next;
            after[at] = reached;
            hashes[at] = next.event().id().hashCode();
            times[at] = next.place().time();
            used = at + 1;
        }

        Shared copied(int from, int to, int room) {
            Shared copy = new Shared(room);
            copy.used = to - from;
            System.arraycopy(events, from, copy.events, 0, copy.used);
            System.arraycopy(after, from, copy.after, 0, copy.used);
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

    Remembered get(int index) {
        return shared.events[from + index];
    }

    /** What was reached right after one of them. */
    Reached after(int index) {
        return shared.after[from + index];
    }

    /** Time of the place of one of them, in milliseconds since 1970. */
    long timeOf(int index) {
        return shared.times[from + index];
    }

    Remembered last() {
        return shared.events[to - 1];
    }

    /** Whether the event is among them; the latest are looked at first. */
    boolean contains(Event event) {
        int hash = event.id().hashCode();
        for (int i = to - 1; i >= from; i--) {
            if (shared.hashes[i] == hash && shared.events[i].event().isSameAs(event)) {
                return true;
            }
        }
        return false;
    }

    /** With one more at the end. */
    Recent with(Remembered next, Reached reached) {
        boolean hasRoom = shared.used == to && to < shared.events.length;
        Shared roomy = hasRoom ? shared : roomier();
        int first = hasRoom ? from : 0;
        roomy.put(roomy.used, next, reached);
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
