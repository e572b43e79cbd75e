package dev.anlass.benchmarks.mix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The stream of a mix as if it happened at present, at whatever pace it is asked for: first the registrations of all
 * customers, then what they do, again and again and each time done by others.
 *
 * <p>What comes later than it happened is as late as in the mix. Pauses are as short as the pace makes them, so that nothing
 * that takes hours comes due.
 */
public final class PresentMix {

    /** Far enough that hardly anybody who got an action is at the same place again. */
    private static final int CUSTOMERS_FURTHER = 7_919;

    private final int customers;
    private final Deque<MixEvent> registrations = new ArrayDeque<>();
    private final List<MixEvent> events = new ArrayList<>();
    private long given;
    private int next;
    private int shift;

    /** @param shape of which the events that are measured are repeated */
    public PresentMix(MixShape shape) {
        MixEvents stream = new MixEvents(shape);
        this.customers = shape.traffic().customers();
        while (!stream.allRegistered()) {
            registrations.add(stream.next());
        }
        for (long event = 0; event < shape.traffic().measured(); event++) {
            events.add(stream.next());
        }
    }

    /**
     * An event as a record.
     *
     * @param number of this event among all that were given, which is in its id
     */
    public record Present(long number, String customer, String json) {}

    public boolean allRegistered() {
        return registrations.isEmpty();
    }

    /** The number of the event that comes next. */
    public long nextNumber() {
        return given;
    }

    /** @param now when it is to arrive, in milliseconds since 1970 */
    public Present next(long now) {
        MixEvent event = registrations.isEmpty() ? repeated() : registrations.remove();
        int customer = (event.customer() + shift) % customers;
        long happened = now - (event.arrival() - event.time());
        MixEvent present = new MixEvent(event.type(), event.source(), customer, happened, now, event.data());
        long number = given++;
        return new Present(number, "u" + customer, present.json(number));
    }

    /** The number in the id of an event, or of one that follows from it. */
    public static long number(String id) {
        int end = id.indexOf('/');
        return Long.parseLong(id.substring(1, end < 0 ? id.length() : end));
    }

    private MixEvent repeated() {
        if (next == events.size()) {
            next = 0;
            shift = (shift + CUSTOMERS_FURTHER) % customers;
        }
        return events.get(next++);
    }
}
