package dev.anlass.jobs.replay;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which customers actions went out to, and of which triggers. */
final class Reach {

    private final Map<String, SortedSet<String>> triggers = new HashMap<>();

    void count(Decision decision) {
        if (decision.outcome() == Outcome.EMITTED) {
            triggers.computeIfAbsent(decision.customer(), customer -> new TreeSet<>())
                    .add(decision.trigger());
        }
    }

    Set<String> customers() {
        return Collections.unmodifiableSet(triggers.keySet());
    }

    /** By customer. */
    Map<String, SortedSet<String>> triggers() {
        return Collections.unmodifiableMap(triggers);
    }
}
