package dev.anlass.benchmarks.patterns;

import dev.anlass.jobs.operator.Arrival;
import org.apache.flink.cep.EventComparator;

/** Sorts what the library leaves as it came: events of equal time. */
final class InOrder implements EventComparator<Arrival> {

    private static final long serialVersionUID = 1L;

    @Override
    public int compare(Arrival one, Arrival other) {
        return Against.event(one).key().compareTo(Against.event(other).key());
    }
}
