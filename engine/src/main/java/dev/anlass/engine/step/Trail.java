package dev.anlass.engine.step;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.Fold;
import dev.anlass.engine.match.Remembered;
import dev.anlass.engine.match.Timetable;
import java.util.List;

/**
 * How the facts came about: a settled state, the recent events since then, and the facts after each of them.
 *
 * <p>An event in order is applied to the head. One out of order is put at its place, and only what lies behind that
 * place is folded again. Facts share what did not change, so the steps in between cost next to nothing.
 *
 * @param start the facts that no accepted event can change any more
 * @param settledPlace the place of the last event in them
 * @param recent the recent events, in order of their places
 * @param end the facts after everything so far
 */
record Trail(Reached start, OrderKey settledPlace, Recent recent, Reached end) {

    static final Trail EMPTY = new Trail(Reached.NOTHING, OrderKey.START, Recent.NONE, Reached.NOTHING);

    /** Folds the recent events once more, as after reading them from storage. */
    static Trail rebuilt(
            Timetable timetable,
            String customer,
            Facts settled,
            OrderKey settledPlace,
            List<Remembered> events,
            long dueThrough) {
        Reached start = Reached.of(settled);
        Fold fold = fold(timetable, customer, start);
        Recent recent = Recent.NONE;
        Reached reached = start;
        for (Remembered remembered : events) {
            fold.apply(remembered);
            reached = reached.then(fold);
            recent = recent.with(remembered, reached);
        }
        fold.passThrough(dueThrough);
        return new Trail(start, settledPlace, recent, Reached.by(fold));
    }

    private static Fold fold(Timetable timetable, String customer, Reached reached) {
        return new Fold(timetable, customer, reached.facts(), reached.dues(), Silence.INSTANCE);
    }

    /** The facts after everything so far. */
    Facts head() {
        return end.facts();
    }

    Facts settled() {
        return start.facts();
    }

    /** The same as they are stored: they say how far they reach, whoever kept them meanwhile. */
    Facts settledReaching() {
        return settled().reaching(settledPlace.time());
    }

    /** When something happens next by time alone, in milliseconds since 1970; {@code Long.MAX_VALUE} if never. */
    long nextDue(Timetable timetable, String customer) {
        return end.nextDue(timetable, customer);
    }

    boolean remembers(Event event) {
        return recent.contains(event);
    }

    /** Whether the time of anything that happened is known. */
    boolean isDated() {
        return head().dueThrough() != Long.MIN_VALUE;
    }

    /** With facts that begin right before a time, if nothing was dated yet and the time is known. */
    Trail datedBy(long time, Timetable timetable) {
        return isDated() || time <= 0
                ? this
                : reaching(Reached.of(head().begunBefore(time, timetable.editionAt(time))));
    }

    /** How far time has passed for the customer, in milliseconds since 1970; {@code Long.MIN_VALUE} if nothing was dated. */
    long passedThrough() {
        long before = lastEvent().time();
        boolean isReach = isDated() && before != Long.MIN_VALUE;
        return isReach ? Math.max(head().dueThrough(), before - 1) : head().dueThrough();
    }

    /** With one more event at the end, of which nothing came. */
    Trail passing(Remembered standstill) {
        return new Trail(start, settledPlace, recent.with(standstill, end), end);
    }

    /** Whether an event at this place comes after everything that was applied or came due. */
    boolean isAtEnd(OrderKey place) {
        return head().lastDue() < place.time() && lastEvent().isBefore(place);
    }

    /** Whether nothing has happened since the settled facts, nor before. */
    boolean isUntouched() {
        return recent.isEmpty() && settledPlace.equals(OrderKey.START) && head().equals(settled());
    }

    /** Whether nothing has ever happened. */
    boolean isEmpty() {
        return isUntouched() && head().equals(Facts.NONE);
    }

    /** The place of the last thing that happened. */
    OrderKey frontier() {
        OrderKey event = lastEvent();
        OrderKey due = OrderKey.due(head().lastDue());
        return event.isBefore(due) ? due : event;
    }

    /** The place of the last event that was applied. */
    OrderKey lastEvent() {
        return recent.isEmpty() ? settledPlace : recent.last().place();
    }

    /** How many of the recent events lie before a place. */
    int indexOf(OrderKey place) {
        int index = recent.size();
        while (index > 0 && place.isBefore(recent.get(index - 1).place())) {
            index--;
        }
        return index;
    }

    /** What was known of the customer at the end of a time that is not settled. */
    Attributes attributesAt(long time) {
        return before(indexOf(OrderKey.due(time))).facts().attributes();
    }

    /** What was reached before the recent event at an index. */
    Reached before(int index) {
        return index == 0 ? start : recent.after(index - 1);
    }

    /** The last place that refolding from an index leaves alone. */
    OrderKey placeBefore(int index) {
        if (index > 0) {
            return recent.get(index - 1).place();
        }
        OrderKey due = OrderKey.due(settled().dueThrough());
        return settledPlace.isBefore(due) ? due : settledPlace;
    }

    /** With the facts after everything as they are now. */
    Trail reaching(Reached now) {
        return new Trail(start, settledPlace, recent, now);
    }

    /** Settles what lies before a time, because nothing older is accepted any more. */
    Trail settledBefore(long time, Timetable timetable, String customer) {
        int done = 0;
        while (done < recent.size() && recent.timeOf(done) < time) {
            done++;
        }
        Reached reached = before(done);
        if (reached.nextDue(timetable, customer) < time) {
            Fold fold = fold(timetable, customer, reached);
            fold.passThrough(time - 1);
            reached = Reached.by(fold);
        }
        if (done == 0 && reached == start) {
            return this;
        }
        OrderKey place = done == 0 ? settledPlace : recent.get(done - 1).place();
        return new Trail(reached, place, recent.without(done), end);
    }
}
