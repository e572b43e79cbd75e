package dev.anlass.engine.simulation;

import dev.anlass.engine.event.Event;
import java.util.List;

/**
 * What was known when an event arrived.
 *
 * @param clock the customer's clock then, in milliseconds since 1970
 */
record Knowledge(List<Event> consents, long clock) {

    static final Knowledge NONE = new Knowledge(List.of(), Long.MIN_VALUE);

    Knowledge {
        consents = List.copyOf(consents);
    }
}
