package dev.anlass.engine.simulation;

import dev.anlass.engine.event.OrderKey;
import java.util.Comparator;

/** Where an input lies in the sorted list: by time, then by phase, then by the order of events. */
record Place(long time, Phase phase, OrderKey key, int number) implements Comparable<Place> {

    /** What comes first at one instant. */
    enum Phase {
        SWITCH,
        EXPIRY,
        EVENT,
        NOW,
        DUE,
        NOW_AFTER_DUE
    }

    private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::time)
            .thenComparing(Place::phase)
            .thenComparing(Place::key)
            .thenComparingInt(Place::number);

    static Place of(OrderKey key) {
        return new Place(key.time(), Phase.EVENT, key, 0);
    }

    /** Where another bundle begins to decide. */
    static Place change(long time) {
        return new Place(time, Phase.SWITCH, OrderKey.START, 0);
    }

    static Place expiry(long time) {
        return new Place(time, Phase.EXPIRY, OrderKey.START, 0);
    }

    static Place due(long time) {
        return new Place(time, Phase.DUE, OrderKey.START, 0);
    }

    /** Behind everything that has happened up to a time. */
    static Place now(long time, boolean isDueDone, int number) {
        return new Place(time, isDueDone ? Phase.NOW_AFTER_DUE : Phase.NOW, OrderKey.START, number);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
