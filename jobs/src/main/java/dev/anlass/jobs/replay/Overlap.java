package dev.anlass.jobs.replay;

import java.util.Comparator;

/** Two triggers whose actions reached the same customers, in the order of their names. */
public record Overlap(String one, String other) implements Comparable<Overlap> {

    private static final Comparator<Overlap> ORDER =
            Comparator.comparing(Overlap::one).thenComparing(Overlap::other);

    @Override
    public int compareTo(Overlap than) {
        return ORDER.compare(this, than);
    }
}
