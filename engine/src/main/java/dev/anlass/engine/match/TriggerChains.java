package dev.anlass.engine.match;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is open of one trigger for one customer. Immutable.
 *
 * @param chains at most one per key and level
 * @param counts counters of the first step, one per key
 */
public record TriggerChains(List<Chain> chains, List<FirstCount> counts) {

    /** How many keys are counted for the first step of a trigger; the one counted longest ago gives way. */
    public static final int MAX_COUNTED_KEYS = 64;

    public static final TriggerChains NONE = new TriggerChains(List.of(), List.of());

    /** Times of the events counted so far for the first step under a key. */
    public record FirstCount(Object key, List<Long> times) {
        public FirstCount {
            times = List.copyOf(times);
        }
    }

    public TriggerChains {
        chains = List.copyOf(chains);
        counts = List.copyOf(counts);
    }

    Optional<Chain> oldest() {
        return chains.stream().min(Comparator.comparing(chain -> chain.first().key()));
    }

    TriggerChains without(Chain gone) {
        return new TriggerChains(chains.stream().filter(chain -> chain != gone).toList(), counts);
    }

    public boolean isEmpty() {
        return chains.isEmpty() && counts.isEmpty();
    }
}
