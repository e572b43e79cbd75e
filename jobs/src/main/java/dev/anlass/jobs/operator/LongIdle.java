package dev.anlass.jobs.operator;

import dev.anlass.engine.customer.Metrics;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.OpenChains;
import dev.anlass.engine.place.Presence;
import dev.anlass.engine.step.CustomerState.Stored;
import dev.anlass.engine.step.Program;
import java.util.List;

/**
 * Customers who have met no bundle since one that is not kept any more.
 *
 * <p>What has changed since then cannot be told, so nothing that belongs to rules lives on: chains, metrics and stays end
 * in silence. Attributes, consent, contacts and what was decided stay.
 */
final class LongIdle {

    private LongIdle() {}

    /** The same customer as the oldest bundle of the program takes them over; the very same if their own is kept. */
    static Stored takenOver(Program program, Stored stored) {
        long oldest = program.bundles().get(0).effectiveFrom();
        Facts settled = stored.settled();
        boolean isFresh = settled.dueThrough() == Long.MIN_VALUE;
        return isFresh || settled.edition() >= oldest ? stored : with(withoutRules(settled, oldest), stored);
    }

    private static Facts withoutRules(Facts facts, long edition) {
        return new Facts(
                facts.attributes(),
                facts.consents(),
                Presence.NONE,
                Metrics.NONE,
                facts.segments(),
                OpenChains.NONE,
                List.of(),
                facts.dueThrough(),
                facts.lastDue(),
                edition);
    }

    private static Stored with(Facts settled, Stored stored) {
        return new Stored(
                stored.customer(),
                settled,
                stored.settledPlace(),
                stored.recent(),
                stored.dueThrough(),
                stored.clock(),
                stored.verdicts(),
                stored.contacts(),
                stored.minute(),
                stored.eventsInMinute(),
                stored.tombstone());
    }
}
