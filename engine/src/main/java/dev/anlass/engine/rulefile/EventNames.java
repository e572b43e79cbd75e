package dev.anlass.engine.rulefile;

import dev.anlass.engine.event.EventType;
import java.util.Set;
import java.util.TreeSet;

/** Checks the names of event types that rules wait for. */
final class EventNames {

    /** Types after which no rule can do anything. */
    private static final Set<String> NOT_FOR_RULES = Set.of(EventType.TICK, EventType.CUSTOMER_ERASED);

    private EventNames() {}

    /** Whether rules may wait for events of the type; reported, with the nearest known type, if not. */
    static boolean isKnown(Reading reading, Node node, String name) {
        if (NOT_FOR_RULES.contains(name)) {
            reading.findings().error(node.at(), "no rule sees events of type \"" + name + "\"", null);
            return false;
        }
        if (reading.environments().knowsEvent(name)) {
            return true;
        }
        Set<String> known =
                new TreeSet<>(reading.environments().catalogue().types().keySet());
        known.removeAll(NOT_FOR_RULES);
        reading.findings().error(node.at(), "unknown event type \"" + name + "\"", Words.nearest(name, known));
        return false;
    }
}
