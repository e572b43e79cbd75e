package dev.anlass.engine.step;

import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.decide.Braking;
import dev.anlass.engine.decide.ContactHistory;
import dev.anlass.engine.decide.Verdict;
import dev.anlass.engine.decide.Verdicts;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.event.Rejection;
import dev.anlass.engine.match.Happening;
import dev.anlass.engine.match.Remembered;
import dev.anlass.engine.match.Standstill;
import dev.anlass.engine.step.Observer.Reception;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step for one customer: admits the input, folds it, decides, settles. */
final class Step {

    /** How many events are remembered per customer; the oldest are settled before their time. */
    static final int MAX_REMEMBERED = 10_000;

    private static final long MINUTE_MILLIS = 60_000;
    private static final long YEAR_MILLIS = 366L * 86_400_000;

    private final Program program;
    private final CustomerState before;
    private final String customer;
    private final Effects effects;
    private final Observer observer;
    private final Braking brakes;
    private Trail trail;
    private long clock;
    private List<Verdict> verdicts;
    private ContactHistory contacts;
    private long minute;
    private int eventsInMinute;

    Step(Program program, CustomerState before, Observer observer) {
        this.program = program;
        this.before = before;
        this.customer = before.customer();
        this.observer = observer;
        this.effects = new Effects(observer);
        this.brakes = Braking.by(program.brakes());
        this.trail = before.trail();
        this.clock = before.clock();
        this.verdicts = before.verdicts();
        this.contacts = before.contacts();
        this.minute = before.minute();
        this.eventsInMinute = before.eventsInMinute();
    }

    StepResult take(Input input) {
        if (input instanceof Input.Arrived arrived) {
            passTo(arrived.passed());
            return arrive(arrived.event(), arrived.passed());
        }
        if (input instanceof Input.Unreadable unreadable) {
            passTo(unreadable.passed());
            Event blocking = blocking(unreadable);
            remember(blocking, blocking.key(), unreadable.passed());
            return result();
        }
        passTo(((Input.TimePassed) input).passed());
        return result();
    }

    private StepResult arrive(Event event, long passed) {
        Tombstone tombstone = before.tombstone();
        if (tombstone != null && tombstone.covers(event.key())) {
            return rejected(event, Rejection.ERASED, "dated before the customer was erased");
        }
        if (event.type().equals(EventType.CUSTOMER_ERASED)) {
            return erase(event);
        }
        if (event.type().equals("action.failed")) {
            contacts = contacts.failed(String.valueOf(event.fields().get("action_id")));
        }
        if (!program.reads(event)) {
            receive(event, event.key(), Reception.UNREAD);
            effects.count(Effect.Counter.UNREAD);
            return result();
        }
        if (trail.remembers(event)) {
            receive(event, event.key(), Reception.DUPLICATE);
            effects.count(Effect.Counter.DUPLICATE);
            return result();
        }
        boolean aboutCustomer = event.key().rank() == OrderKey.RANK_CUSTOMER;
        if (!aboutCustomer && isLate(event)) {
            return rejected(event, Rejection.LATE, "older than the customer's clock by more than the lateness");
        }
        if (!aboutCustomer && isTooMany(event)) {
            return rejected(event, Rejection.TOO_MANY, "more events in one minute than a person makes");
        }
        remember(event, placeOf(event), passed);
        liftBlock(event, passed);
        return result();
    }

    /** A readable record ends the block of its purpose from now on, wherever its own place is. */
    private void liftBlock(Event event, long passed) {
        if (event.type().equals(EventType.CONSENT_CHANGED)
                && trail.head()
                        .consents()
                        .isBlocked(String.valueOf(event.fields().get("purpose")))) {
            remember(event, placeNow(0, event.source(), event.id()), passed);
        }
    }

    private boolean isLate(Event event) {
        return clock != Long.MIN_VALUE
                && event.time() < clock - program.settings().latenessMillis();
    }

    private boolean isTooMany(Event event) {
        long now = Math.floorDiv(event.time(), MINUTE_MILLIS);
        eventsInMinute = now > minute ? 1 : eventsInMinute + 1;
        minute = Math.max(minute, now);
        return eventsInMinute > program.settings().maxEventsPerMinute();
    }

    private void passTo(long passed) {
        if (nextDue() <= passed) {
            Folding folding = new Folding(program, customer, trail, passed, observer);
            folding.passTime();
            decide(folding, null);
        }
    }

    private void remember(Event event, OrderKey place, long passed) {
        Consents known = trail.head().consents();
        long arrivedAt = Math.max(Math.max(clock, passed), event.time());
        Remembered remembered = new Remembered(own(event, event.fields()), place, known, arrivedAt);
        remembered = program.timetable().at(event.time()).mayKeep(remembered)
                ? remembered
                : new Remembered(own(event, Fields.EMPTY), place, known, arrivedAt);
        boolean settledAlready = remembered.place().rank() == OrderKey.RANK_NOW;
        if (!settledAlready) {
            clock = Math.max(clock, event.time());
        }
        if (standsStill(remembered, passed)) {
            return;
        }
        Folding folding = new Folding(program, customer, trail, passed, observer);
        receive(event, remembered.place(), trail.isAtEnd(remembered.place()) ? Reception.APPLIED : Reception.CORRECTS);
        folding.insert(remembered);
        decide(folding, remembered);
    }

    /** Remembers an event of which nothing comes, and does no more. Who listens is told why it is so. */
    private boolean standsStill(Remembered remembered, long passed) {
        OrderKey place = remembered.place();
        long through = Math.max(Math.max(passed, place.time()), trail.passedThrough());
        Trail dated = trail.datedBy(place.time(), program.timetable());
        boolean isNext = dated.isDated() && dated.isAtEnd(place) && nextDue(dated) > through;
        if (!isNext || observer.isAttentive()) {
            return false;
        }
        Standstill still = program.timetable().standstill(dated.head(), remembered);
        boolean isKept = still.isKept();
        if (isKept) {
            for (int i = 0; i < still.notPermitted().size(); i++) {
                effects.count(Effect.Counter.NOT_PERMITTED, still.notPermitted().get(i));
            }
            trail = dated.passing(remembered);
            settle();
        }
        return isKept;
    }

    private void decide(Folding folding, @Nullable Remembered cause) {
        trail = folding.trail();
        clock = Math.max(clock, folding.lastDue());
        if (Deciding.hasNothing(folding, cause, verdicts)) {
            effects.count(folding.collector().countedHere());
        } else {
            Deciding deciding = new Deciding(program, customer, folding, verdicts, contacts, clock, brakes, effects);
            deciding.decide(cause);
            clock = deciding.clock();
            contacts = deciding.contacts();
            verdicts = deciding.verdicts();
        }
        settle();
    }

    private void settle() {
        long horizon =
                clock == Long.MIN_VALUE ? clock : clock - program.settings().latenessMillis();
        if (trail.recent().size() > MAX_REMEMBERED) {
            horizon = Math.max(horizon, trail.recent().get(1).place().time());
            effects.count(Effect.Counter.EVENT_GAVE_WAY);
        }
        trail = trail.settledBefore(horizon, program.timetable(), customer);
        verdicts = Verdicts.kept(verdicts, horizon, clock);
        contacts = clock == Long.MIN_VALUE ? contacts : contacts.since(clock - YEAR_MILLIS);
    }

    /** The event's own place; for a consent or customer event whose place is settled, right behind everything. */
    private OrderKey placeOf(Event event) {
        if (!isLate(event)) {
            return event.key();
        }
        return placeNow(0, event.source(), event.id());
    }

    /** Right behind everything that has happened. */
    private OrderKey placeNow(long earliest, String source, String id) {
        long time = Math.max(Math.max(clock, trail.head().lastDue() + 1), earliest);
        OrderKey last = trail.lastEvent();
        boolean follows = last.rank() == OrderKey.RANK_NOW && last.time() == time;
        int number = follows ? Integer.parseInt(last.sequence()) + 1 : 0;
        return new OrderKey(time, OrderKey.RANK_NOW, String.format("%010d", number), source, id);
    }

    /** An unreadable record is a consent event without a status, dated when it arrived. */
    private Event blocking(Input.Unreadable unreadable) {
        long earliest = clock == Long.MIN_VALUE ? Math.max(unreadable.passed(), 0) : 0;
        OrderKey key = placeNow(earliest, "", "unreadable");
        Fields fields = unreadable.purpose() == null ? Fields.EMPTY : Fields.of("purpose", unreadable.purpose());
        return new Event(customer, key, EventType.CONSENT_CHANGED, fields);
    }

    /** As it is remembered: the customer's id is one text for all events. */
    private Event own(Event event, Fields fields) {
        return new Event(customer, event.key(), event.type(), fields);
    }

    private void receive(Event event, OrderKey place, Reception reception) {
        if (observer.isAttentive()) {
            observer.received(event, place, reception);
        }
    }

    /** Behind everything that has happened. */
    private void tellErasure(Event event) {
        if (observer.isAttentive()) {
            OrderKey place = trail.isAtEnd(event.key()) ? event.key() : trail.frontier();
            trail.head().chains().byTrigger().forEach((trigger, open) -> open.chains()
                    .forEach(chain ->
                            observer.happened(place, new Happening.Ended(trigger, chain, Happening.Ending.ERASED, 0))));
            observer.received(event, place, Reception.ERASURE);
            observer.decidesAt(place);
        }
    }

    private StepResult erase(Event event) {
        tellErasure(event);
        Deciding deciding = new Deciding(
                program,
                customer,
                new Folding(program, customer, trail, Long.MIN_VALUE, Observer.NOBODY),
                verdicts,
                contacts,
                clock,
                brakes,
                effects);
        deciding.erase();
        Consents objections = Erasure.objections(
                trail.head().consents(), program.timetable().at(event.time()).bundle());
        effects.erased(customer, event.time(), objections);
        OrderKey last = trail.lastEvent();
        OrderKey place = last.isBefore(event.key()) ? event.key() : last;
        CustomerState erased = Erasure.of(customer, Tombstone.at(place), objections);
        return new StepResult(erased, effects.all(), Long.MAX_VALUE);
    }

    private StepResult rejected(Event event, String reason, String detail) {
        receive(event, event.key(), Reception.REJECTED);
        effects.reject(new Rejection(reason, detail, event.id()));
        return result();
    }

    private long nextDue() {
        return nextDue(trail);
    }

    private long nextDue(Trail reached) {
        return Math.min(reached.nextDue(program.timetable(), customer), Deciding.nextRelease(verdicts));
    }

    private StepResult result() {
        boolean unchanged = trail == before.trail()
                && clock == before.clock()
                && verdicts == before.verdicts()
                && contacts == before.contacts()
                && eventsInMinute == before.eventsInMinute()
                && minute == before.minute();
        CustomerState after = unchanged
                ? before
                : new CustomerState(
                        customer, trail, clock, verdicts, contacts, minute, eventsInMinute, before.tombstone());
        return new StepResult(after, effects.all(), nextDue());
    }
}
