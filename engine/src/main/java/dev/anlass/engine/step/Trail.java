package dev.anlass.engine.step;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.Fold;
import dev.anlass.engine.match.Remembered;
import dev.anlass.engine.match.Timetable;
import java.util.ArrayList;
import java.util.List;

/**
 * How the facts came about: a settled state, the recent events since then, and the facts after each of them.
 *
 * <p>An event in order is applied to the head. One out of order is put at its place, and only what lies behind that
 * place is folded again. Facts share what did not change, so the steps in between cost next to nothing.
 *
 * @param settled the facts that no accepted event can change any more
 * @param settledPlace the place of the last event in them
 * @param applied the recent events, in order of their places
 * @param head the facts after everything so far
 */
record Trail(Facts settled, OrderKey settledPlace, List<Applied> applied, Facts head) {

    static final Trail EMPTY = new Trail(Facts.NONE, OrderKey.START, List.of(), Facts.NONE);

    Trail {
        applied = List.copyOf(applied);
    }

    /** Folds the recent events once more, as after reading them from storage. */
    static Trail rebuilt(
            Timetable timetable,
            String customer,
            Facts settled,
            OrderKey settledPlace,
            List<Remembered> recent,
            long dueThrough) {
        Fold fold = new Fold(timetable, customer, settled, Collector.silent());
        List<Applied> applied = new ArrayList<>();
        for (Remembered remembered : recent) {
            fold.apply(remembered);
            applied.add(new Applied(remembered, fold.facts()));
        }
        fold.passThrough(dueThrough);
        return new Trail(settled, settledPlace, applied, fold.facts());
    }

    boolean remembers(Event event) {
        for (int i = applied.size() - 1; i >= 0; i--) {
            if (applied.get(i).remembered().event().isSameAs(event)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an event at this place comes after everything that was applied or came due. */
    boolean isAtEnd(OrderKey place) {
        return frontier().isBefore(place);
    }

    /** Whether nothing has happened since the settled facts, nor before. */
    boolean isUntouched() {
        return applied.isEmpty() && settledPlace.equals(OrderKey.START) && head.equals(settled);
    }

    /** The place of the last thing that happened. */
    OrderKey frontier() {
        OrderKey event = lastEvent();
        OrderKey due = OrderKey.due(head.lastDue());
        return event.isBefore(due) ? due : event;
    }

    /** The place of the last event that was applied. */
    OrderKey lastEvent() {
        return applied.isEmpty()
                ? settledPlace
                : applied.get(applied.size() - 1).remembered().place();
    }

    /** How many of the recent events lie before a place. */
    int indexOf(OrderKey place) {
        int index = applied.size();
        while (index > 0 && place.isBefore(applied.get(index - 1).remembered().place())) {
            index--;
        }
        return index;
    }

    /** What was known of the customer at the end of a time that is not settled. */
    Attributes attributesAt(long time) {
        return before(indexOf(OrderKey.due(time))).attributes();
    }

    /** The facts on which the recent event at an index was applied. */
    Facts before(int index) {
        return index == 0 ? settled : applied.get(index - 1).after();
    }

    /** The last place that refolding from an index leaves alone. */
    OrderKey placeBefore(int index) {
        if (index > 0) {
            return applied.get(index - 1).remembered().place();
        }
        OrderKey due = OrderKey.due(settled.dueThrough());
        return settledPlace.isBefore(due) ? due : settledPlace;
    }

    /** Settles what lies before a time, because nothing older is accepted any more. */
    Trail settledBefore(long time, Timetable timetable, String customer) {
        int done = 0;
        while (done < applied.size() && applied.get(done).remembered().place().time() < time) {
            done++;
        }
        Facts facts = before(done);
        Fold fold = new Fold(timetable, customer, facts, Collector.silent());
        if (fold.nextDue() < time) {
            fold.passThrough(time - 1);
            facts = fold.facts();
        }
        if (done == 0 && facts == settled) {
            return this;
        }
        OrderKey place =
                done == 0 ? settledPlace : applied.get(done - 1).remembered().place();
        return new Trail(facts, place, applied.subList(done, applied.size()), head);
    }
}
