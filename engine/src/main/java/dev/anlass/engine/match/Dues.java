package dev.anlass.engine.match;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.place.Presence;
import org.jspecify.annotations.Nullable;

/**
 * When something happens in some facts by time alone, and from which of their parts that was found.
 *
 * <p>Immutable. Found anew is only what belongs to a part that is another one now, or an instant that has passed.
 *
 * @param dwell when the next dwell is due; {@code Long.MAX_VALUE} if none is, likewise for the others
 * @param waiting when the next wait ends
 * @param expiry when the next consent record expires
 * @param schedule when the next schedule is carried out
 */
public record Dues(
        @Nullable MatchProgram program,
        Presence presence,
        OpenChains chains,
        Consents consents,
        Attributes attributes,
        long dwell,
        long waiting,
        long expiry,
        long schedule) {

    /** Of facts that were not looked at yet. */
    public static final Dues UNKNOWN = new Dues(
            null,
            Presence.NONE,
            OpenChains.NONE,
            Consents.NONE,
            Attributes.NONE,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE);

    /** The first of all. */
    long next() {
        return Math.min(Math.min(dwell, waiting), Math.min(expiry, schedule));
    }

    /** Whether it was found from just these facts. */
    boolean isOf(MatchProgram deciding, Facts facts) {
        return program == deciding
                && presence == facts.presence()
                && chains == facts.chains()
                && consents == facts.consents()
                && attributes == facts.attributes()
                && facts.dueThrough() < Math.min(expiry, schedule);
    }

    /** Of the facts as they are now; this very object if nothing is otherwise. */
    Dues of(MatchProgram deciding, String customer, Working facts) {
        boolean isSame = program == deciding
                && presence == facts.presence
                && chains == facts.chains
                && consents == facts.consents
                && attributes == facts.attributes
                && facts.dueThrough < Math.min(expiry, schedule);
        return isSame ? this : found(deciding, customer, facts);
    }

    private Dues found(MatchProgram deciding, String customer, Working facts) {
        boolean knowsRules = program == deciding;
        boolean knowsDwell = knowsRules && presence == facts.presence;
        boolean knowsWait = knowsRules && chains == facts.chains;
        boolean knowsExpiry = knowsRules && consents == facts.consents && facts.dueThrough < expiry;
        boolean knowsSchedule = knowsExpiry && attributes == facts.attributes && facts.dueThrough < schedule;
        return new Dues(
                deciding,
                facts.presence,
                facts.chains,
                facts.consents,
                facts.attributes,
                knowsDwell ? dwell : nextDwell(deciding, facts),
                knowsWait ? waiting : nextWait(deciding, facts),
                knowsExpiry ? expiry : facts.consents.nextExpiry(facts.dueThrough),
                knowsSchedule ? schedule : deciding.schedules().next(deciding, customer, facts));
    }

    private static long nextDwell(MatchProgram deciding, Working facts) {
        return facts.presence.nextDue(deciding.fences(), deciding.settings().presenceTimeoutMillis());
    }

    private static long nextWait(MatchProgram deciding, Working facts) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < facts.chains.byTrigger().size(); i++) {
            TriggerPlan plan = deciding.trigger(facts.chains.byTrigger().nameAt(i));
            if (plan != null && plan.waits()) {
                TriggerChains open = facts.chains.byTrigger().valueAt(i);
                next = Math.min(next, nextWait(plan, open, facts.edition));
            }
        }
        return next;
    }

    private static long nextWait(TriggerPlan plan, TriggerChains open, long edition) {
        long next = Long.MAX_VALUE;
        for (Chain chain : open.chains()) {
            if (chain.level() == plan.steps()) {
                next = Math.min(next, Windows.due(plan, chain, edition));
            }
        }
        return next;
    }
}
