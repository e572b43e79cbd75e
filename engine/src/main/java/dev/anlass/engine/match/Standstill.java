package dev.anlass.engine.match;

import dev.anlass.engine.event.ByName;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import java.util.ArrayList;
import java.util.List;

/**
 * An event that leaves the facts of its customer as they are: it starts nothing, goes on with nothing that is open, and
 * nothing measures it.
 *
 * <p>Most events are like that. It is asked before anything is made for the event.
 */
public final class Standstill {

    private final MatchProgram program;
    private final Facts facts;
    private final Event event;
    private final TypePlan plan;
    private final Remembered cause;
    private List<List<String>> notPermitted = List.of();

    /** @param cause comes after everything that made the facts, and before anything is due in them */
    Standstill(MatchProgram program, Facts facts, Remembered cause) {
        this.program = program;
        this.facts = facts;
        this.event = cause.event();
        this.plan = program.type(event.type());
        this.cause = cause;
    }

    /** Whether the event is one; if not, it has to be applied. */
    public boolean isKept() {
        return !EventType.isAboutCustomer(event.type())
                && plan.metrics().isEmpty()
                && (!plan.overtaking() || facts.watches().isEmpty())
                && isElsewhere()
                && !starts()
                && !goesOn()
                && Segmenting.rescored(program, facts.attributes(), facts.metrics(), facts.segments(), event.time())
                        == facts.segments();
    }

    /** The triggers that may not use an event that is one, as they are to be counted. */
    public List<List<String>> notPermitted() {
        return notPermitted;
    }

    private boolean starts() {
        return isUsed() && plan.starts().findsAny(event.fields());
    }

    /** Whether some trigger may use the event. Nothing was said since it arrived: what was permitted then is. */
    private boolean isUsed() {
        Uses uses = new Uses(cause);
        boolean isUsed = false;
        for (int i = 0; i < plan.groups().size(); i++) {
            NeedGroup group = plan.groups().get(i);
            if (uses.permittedOnArrival(group.need())) {
                isUsed = true;
            } else if (!group.triggers().isEmpty()) {
                notPermitted = notPermitted.isEmpty() ? new ArrayList<>() : notPermitted;
                notPermitted.add(group.triggers());
            }
        }
        return isUsed;
    }

    /** Whether it says nothing about fences. */
    private boolean isElsewhere() {
        return !MatchProgram.isAboutPlaces(event)
                || event.type().equals(EventType.LOCATION_REPORTED)
                        && program.places().areFarFrom(facts.presence(), event);
    }

    private boolean goesOn() {
        ByName<TriggerChains> open = facts.chains().byTrigger();
        for (int i = 0; i < open.size(); i++) {
            TriggerPlan trigger = program.trigger(open.nameAt(i));
            if (trigger != null && goesOn(trigger, open.valueAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** What is over is removed by the next event that concerns its trigger. */
    private boolean goesOn(TriggerPlan trigger, TriggerChains open) {
        return trigger.isContinuedBy(event.type())
                || plan.members().contains(trigger) && !Windows.areAlive(trigger, open, event.time());
    }
}
