package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.push.Provider;
import java.io.Serializable;
import java.util.Map;

/**
 * How much goes to a provider at once.
 *
 * @param inFlight messages under way, of each subtask
 * @param perSecond messages a second, of each subtask; no limit for providers that are not named
 */
public record Limits(int inFlight, Map<Provider, Double> perSecond) implements Serializable {

    public Limits {
        perSecond = Map.copyOf(perSecond);
    }
}
