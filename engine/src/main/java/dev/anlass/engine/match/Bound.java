package dev.anlass.engine.match;

import dev.anlass.engine.event.Fields;
import dev.anlass.engine.event.OrderKey;
import java.util.Comparator;

/**
 * An event that a chain is bound to.
 *
 * @param fields only those that the trigger refers to
 */
public record Bound(OrderKey key, Fields fields) {

    /** Earlier first, then the smaller source and id. */
    static final Comparator<Bound> AGE = Comparator.comparingLong(Bound::time)
            .thenComparing(bound -> bound.key().source(), OrderKey::compareUtf8)
            .thenComparing(bound -> bound.key().id(), OrderKey::compareUtf8);

    public long time() {
        return key.time();
    }
}
