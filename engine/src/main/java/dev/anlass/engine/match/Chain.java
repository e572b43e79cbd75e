package dev.anlass.engine.match;

import java.util.ArrayList;
import java.util.List;

/**
 * A trigger on its way: the events bound to its first steps.
 *
 * @param key what {@code keep: each} distinguishes; {@link #NO_KEY} if there is none
 * @param bound one event for each step reached, at least one
 * @param counted times of the events counted so far for the next step
 * @param since effective time of the bundle under which it reached its level
 */
public record Chain(Object key, List<Bound> bound, List<Long> counted, long since) {

    public static final Object NO_KEY = "";

    public Chain {
        bound = List.copyOf(bound);
        counted = List.copyOf(counted);
    }

    static Chain started(Object key, Bound first, long since) {
        return new Chain(key, List.of(first), List.of(), since);
    }

    /** How many steps it has reached. */
    public int level() {
        return bound.size();
    }

    public Bound first() {
        return bound.get(0);
    }

    public Bound last() {
        return bound.get(bound.size() - 1);
    }

    /** One level up, bound to the event. */
    Chain movedUp(Bound event, long now) {
        List<Bound> longer = new ArrayList<>(bound);
        longer.add(event);
        return new Chain(key, longer, List.of(), now);
    }

    /** On the same level, bound to the event instead. */
    Chain rebound(Bound event, long now) {
        List<Bound> changed = new ArrayList<>(bound);
        changed.set(bound.size() - 1, event);
        return new Chain(key, changed, counted, now);
    }

    Chain counting(List<Long> times) {
        return new Chain(key, bound, times, since);
    }

    /** Numbers before text, then by value. */
    static int compareKeys(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        if (left instanceof Number || right instanceof Number) {
            return left instanceof Number ? -1 : 1;
        }
        return dev.anlass.engine.event.OrderKey.compareUtf8(String.valueOf(left), String.valueOf(right));
    }
}
