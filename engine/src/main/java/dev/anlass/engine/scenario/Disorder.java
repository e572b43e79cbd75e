package dev.anlass.engine.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An order of arrival in which no event is late: every event is delayed by a share of the lateness that its place in the
 * list and a seed decide.
 *
 * <p>Consent and customer events, and whatever tells the time, stay where they are, and nothing is delayed beyond the end
 * of a permission: those decide when they arrive.
 */
record Disorder(long seed, long latenessMillis) {

    /** An occurrence and when it arrives. */
    private record Arrival(Occurrence occurrence, long time) {}

    List<Occurrence> of(List<Occurrence> occurrences) {
        List<Occurrence> disordered = new ArrayList<>();
        List<Arrival> movable = new ArrayList<>();
        for (int i = 0; i < occurrences.size(); i++) {
            Occurrence occurrence = occurrences.get(i);
            if (occurrence.staysInPlace()) {
                flush(movable, disordered);
                disordered.add(occurrence);
            } else {
                movable.add(new Arrival(occurrence, arrival(occurrence, i, occurrences)));
            }
        }
        flush(movable, disordered);
        return disordered;
    }

    private static void flush(List<Arrival> movable, List<Occurrence> disordered) {
        movable.stream()
                .sorted(Comparator.comparingLong(Arrival::time))
                .map(Arrival::occurrence)
                .forEach(disordered::add);
        movable.clear();
    }

    private long arrival(Occurrence occurrence, int place, List<Occurrence> all) {
        long delayed = occurrence.time() + Long.remainderUnsigned(mixed(place), latenessMillis + 1);
        for (Occurrence other : all) {
            if (occurrence.time() < other.endOfPermission()) {
                delayed = Math.min(delayed, other.endOfPermission() - 1);
            }
        }
        return delayed;
    }

    /** Steele, Lea and Flood's SplitMix64. */
    private long mixed(int place) {
        long mixed = (seed + place + 1) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
