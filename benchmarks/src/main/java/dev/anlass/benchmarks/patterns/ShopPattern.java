package dev.anlass.benchmarks.patterns;

import dev.anlass.jobs.operator.Arrival;
import java.time.Duration;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A trigger as a pattern.
 *
 * @param waits how long after its last event it completes; zero if by that event
 */
public record ShopPattern(String trigger, Pattern<Arrival, ?> pattern, Duration waits) {

    /** Whether it completes by an event and holds no match back for the sake of an older one that may yet come. */
    public boolean isPrompt() {
        return waits.isZero() && !pattern.getAfterMatchSkipStrategy().isSkipStrategy();
    }
}
