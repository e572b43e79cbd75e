package dev.anlass.engine.match;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.place.Sighting;
import dev.anlass.engine.place.Stay;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies what happened to a customer's facts, in the order of time, and tells which moments are complete.
 *
 * <p>Facts follow from the sorted inputs alone; nothing that was decided enters here.
 */
public final class Fold {

    private final Timetable timetable;
    private final String customer;
    private final FoldListener listener;
    private final Working facts;
    private Dues dues;

    /** @param known what was found of the start; {@link Dues#UNKNOWN} if nothing was */
    public Fold(Timetable timetable, String customer, Facts start, Dues known, FoldListener listener) {
        this.timetable = timetable;
        this.customer = customer;
        this.listener = listener;
        this.facts = new Working(start);
        this.dues = known;
    }

    /**
     * The next instant at which something happens by time alone.
     *
     * @param known what was found of the facts
     */
    public static long nextDue(Timetable timetable, String customer, Facts facts, Dues known) {
        if (facts.dueThrough() == Long.MIN_VALUE) {
            return Long.MAX_VALUE;
        }
        return known.isOf(timetable.at(facts.edition()), facts)
                ? Math.min(timetable.nextSwitch(facts.edition()), known.next())
                : Math.min(
                        timetable.nextSwitch(facts.edition()),
                        known.of(timetable.at(facts.edition()), customer, new Working(facts))
                                .next());
    }

    public Facts facts() {
        return facts.facts();
    }

    /**
     * Applies an event; what was due before its time comes first.
     *
     * <p>Time 0 stands for a time that is not known: nothing comes due since then.
     */
    public void apply(Remembered remembered) {
        long time = remembered.place().time();
        if (facts.dueThrough == Long.MIN_VALUE && time > 0) {
            facts.dueThrough = time - 1;
            facts.edition = timetable.editionAt(time);
        }
        passThrough(time - 1);
        begin(time);
        MatchProgram program = timetable.at(time);
        @Nullable Facts before = listener.isAttentive() ? facts() : null;
        new EventWork(program, customer, facts, remembered, listener).apply();
        tellChanges(before, remembered.place(), program);
        listener.placeDone(remembered.place());
    }

    /** Everything due up to an instant, inclusive, happens. */
    public void passThrough(long instant) {
        if (facts.dueThrough == Long.MIN_VALUE) {
            return;
        }
        for (long next = nextDue(); next <= instant; next = nextDue()) {
            begin(next);
            @Nullable Facts before = listener.isAttentive() ? facts() : null;
            carryOut(next);
            tellChanges(before, OrderKey.due(next), timetable.at(next));
            listener.placeDone(OrderKey.due(next));
        }
        facts.dueThrough = Math.max(facts.dueThrough, instant);
    }

    /** The next instant at which something happens by time alone; {@code Long.MAX_VALUE} if there is none. */
    public long nextDue() {
        if (facts.dueThrough == Long.MIN_VALUE) {
            return Long.MAX_VALUE;
        }
        dues = dues.of(timetable.at(facts.edition), customer, facts);
        return Math.min(timetable.nextSwitch(facts.edition), dues.next());
    }

    /** What was found of the facts as they are, last time somebody asked. */
    public Dues dues() {
        return dues;
    }

    private void tellChanges(@Nullable Facts before, OrderKey place, MatchProgram program) {
        if (before != null) {
            Changes changes = new Changes(listener, place);
            changes.of(before, facts(), program.bundle());
            changes.staysEnded(before, facts());
        }
    }

    /** A bundle switch and a consent expiry come before the events of their instant. */
    private void begin(long time) {
        @Nullable Facts before = listener.isAttentive() && changesAt(time) ? facts() : null;
        change(time);
        if (before != null) {
            tellChanges(before, OrderKey.before(time), timetable.at(time));
        }
    }

    private boolean changesAt(long time) {
        return timetable.nextSwitch(facts.edition) <= time || facts.consents.nextExpiry(facts.dueThrough) <= time;
    }

    private void change(long time) {
        long change = timetable.nextSwitch(facts.edition);
        while (change <= time) {
            Switch.to(timetable.at(change), timetable.at(facts.edition), facts, listener);
            facts.edition = change;
            facts.segments = Segmenting.rescored(timetable.at(change), facts, change);
            change = timetable.nextSwitch(change);
        }
        if (facts.consents.nextExpiry(facts.dueThrough) <= time) {
            tellExpired(time);
            Forgetting.whatIsNotPermitted(timetable.at(time), facts, time, OrderKey.before(time), listener);
            facts.segments = Segmenting.rescored(timetable.at(time), facts, time);
            listener.consentExpired(time, facts.consents);
        }
    }

    private void tellExpired(long time) {
        if (listener.isAttentive()) {
            facts.consents.newest().values().stream()
                    .filter(record -> record.status() == ConsentRecord.Status.GIVEN)
                    .filter(record -> record.expiresAt() > facts.dueThrough && record.expiresAt() <= time)
                    .forEach(record -> listener.happened(OrderKey.before(time), new Happening.Expired(record)));
        }
    }

    private void carryOut(long instant) {
        MatchProgram program = timetable.at(instant);
        long timeout = program.settings().presenceTimeoutMillis();
        for (Stay stay : facts.presence.dwellsDueAt(program.fences(), instant, timeout)) {
            listener.cameDue(instant);
            facts.presence = facts.presence.withDwellDone(stay.fenceId());
            new EventWork(program, customer, facts, dwell(stay, instant), listener).applyDwell(stay.purposes());
        }
        new DueWork(program, customer, facts, instant, listener).complete();
        facts.dueThrough = Math.max(facts.dueThrough, instant);
        facts.lastDue = Math.max(facts.lastDue, instant);
    }

    private Remembered dwell(Stay stay, long instant) {
        OrderKey key = new OrderKey(instant, OrderKey.RANK_EVENT, "", stay.source(), stay.dwellId());
        var fence = timetable.at(instant).fences().byId(stay.fenceId());
        Event event = new Event(customer, key, EventType.FENCE_DWELLED, Places.fields(fence, instant));
        return new Remembered(event, OrderKey.due(instant), facts.consents, instant);
    }

    static Sighting sighting(Event event, Set<String> purposes) {
        return new Sighting(event.time(), event.source(), event.id(), purposes);
    }
}
