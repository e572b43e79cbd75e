package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was known when an event arrived.
 *
 * @param failed ids of the actions that delivery had reported as failed
 * @param stops what was stopped then
 * @param clock the customer's clock then, in milliseconds since 1970
 */
record Knowledge(List<Event> consents, Blocks blocks, Set<String> failed, Stops stops, long clock) {

    static final Knowledge NONE = new Knowledge(List.of(), Blocks.NONE, Set.of(), Stops.NONE, Long.MIN_VALUE);

    Knowledge {
        consents = List.copyOf(consents);
        failed = Set.copyOf(failed);
    }

    /** After one more record about the customer, readable or not. */
    Knowledge after(Event record) {
        List<Event> more = new ArrayList<>(consents);
        if (Blocks.isReadable(record)) {
            more.add(record);
        }
        return new Knowledge(more, blocks.after(record), failed, stops, clock);
    }

    /** After something was stopped or started. */
    Knowledge under(Stops other) {
        return new Knowledge(consents, blocks, failed, other, clock);
    }

    Knowledge afterFailure(String actionId) {
        Set<String> more = new TreeSet<>(failed);
        more.add(actionId);
        return new Knowledge(consents, blocks, more, stops, clock);
    }

    Knowledge at(long time) {
        return new Knowledge(consents, blocks, failed, stops, time);
    }
}
