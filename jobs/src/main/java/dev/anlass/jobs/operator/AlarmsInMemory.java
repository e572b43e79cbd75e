package dev.anlass.jobs.operator;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Alarms in memory, the one that is due first at the top: a binary heap.
 *
 * <p>The children of place p are the places 2p + 1 and 2p + 2, and none is due before its parent.
 */
final class AlarmsInMemory implements Alarms {

    /** When a customer is to be woken. */
    record Due(CustomerKey customer, long at) {}

    private static final int TOP = 0;

    private final AlarmTable table = new AlarmTable();

    @Override
    public void move(CustomerKey customer, long insteadOf, long at) {
        int place = table.placeOf(customer);
        if (at != Long.MAX_VALUE) {
            set(place == AlarmTable.NOWHERE ? table.add(customer) : place, at);
        } else if (place != AlarmTable.NOWHERE) {
            remove(place);
        }
    }

    /** Takes away the alarm that is due first, by then at the latest; null if none is. */
    @Nullable
    Due takeDue(long passed) {
        if (table.size() == 0 || table.time(TOP) > passed) {
            return null;
        }
        Due due = due(TOP);
        remove(TOP);
        return due;
    }

    /** What will come due, in no order. */
    List<Due> all() {
        return IntStream.range(0, table.size()).mapToObj(this::due).toList();
    }

    private Due due(int place) {
        return new Due(table.customer(place), table.time(place));
    }

    private void set(int place, long time) {
        table.setTime(place, time);
        sink(rise(place));
    }

    private void remove(int place) {
        int last = table.size() - 1;
        table.swap(place, last);
        table.removeLast();
        if (place != last) {
            sink(rise(place));
        }
    }

    /** Exchanges it with its parents as long as they are due later. */
    private int rise(int place) {
        int at = place;
        while (at > TOP && table.isBefore(at, parent(at))) {
            table.swap(at, parent(at));
            at = parent(at);
        }
        return at;
    }

    /** Exchanges it with the earlier of its children as long as that is due sooner. */
    private void sink(int place) {
        int at = place;
        int child = earlierChild(at);
        while (child < table.size() && table.isBefore(child, at)) {
            table.swap(child, at);
            at = child;
            child = earlierChild(at);
        }
    }

    private static int parent(int place) {
        return (place - 1) / 2;
    }

    private int earlierChild(int place) {
        int left = 2 * place + 1;
        int right = left + 1;
        return right < table.size() && table.isBefore(right, left) ? right : left;
    }
}
