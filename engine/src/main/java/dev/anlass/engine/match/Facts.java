package dev.anlass.engine.match;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.customer.Metrics;
import dev.anlass.engine.customer.Segments;
import dev.anlass.engine.place.Presence;
import java.util.List;

/**
 * Everything about a customer that follows from the events alone, whatever was decided. Immutable.
 *
 * @param dueThrough what was due up to this instant has happened; if the last event lies later, nothing was due until then
 * @param lastDue the last instant at which something happened by time alone
 * @param edition effective time of the bundle under which this was reached
 */
public record Facts(
        Attributes attributes,
        Consents consents,
        Presence presence,
        Metrics metrics,
        Segments segments,
        OpenChains chains,
        List<Watch> watches,
        long dueThrough,
        long lastDue,
        long edition) {

    public static final Facts NONE = new Facts(
            Attributes.NONE,
            Consents.NONE,
            Presence.NONE,
            Metrics.NONE,
            Segments.NONE,
            OpenChains.NONE,
            List.of(),
            Long.MIN_VALUE,
            Long.MIN_VALUE,
            Long.MIN_VALUE);

    public Facts {
        watches = List.copyOf(watches);
    }

    /** The same after an event at a time up to which nothing was due; this very object if it says so already. */
    public Facts reaching(long time) {
        boolean isDated = dueThrough != Long.MIN_VALUE && time != Long.MIN_VALUE;
        return isDated && dueThrough < time - 1
                ? new Facts(
                        attributes, consents, presence, metrics, segments, chains, watches, time - 1, lastDue, edition)
                : this;
    }

    /** The same of a customer of whom nothing dated was known before an event at a time. */
    public Facts begunBefore(long time, long newEdition) {
        return new Facts(
                attributes, consents, presence, metrics, segments, chains, watches, time - 1, lastDue, newEdition);
    }

    /** Whether nothing has come of what happened since the earlier facts but that time has passed. */
    public boolean areStill(Facts earlier) {
        return attributes == earlier.attributes
                && consents == earlier.consents
                && presence == earlier.presence
                && metrics == earlier.metrics
                && segments == earlier.segments
                && chains == earlier.chains
                && watches == earlier.watches
                && lastDue == earlier.lastDue
                && edition == earlier.edition
                && earlier.dueThrough != Long.MIN_VALUE;
    }
}
