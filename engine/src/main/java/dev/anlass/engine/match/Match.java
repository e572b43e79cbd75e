package dev.anlass.engine.match;

import dev.anlass.engine.event.OrderKey;
import java.util.List;

/**
 * A moment that is complete: all that a decision needs to know of it.
 *
 * @param id a function of customer, trigger and what completed it; no rule version, no clock
 * @param place where it lies among the inputs of the customer
 * @param instant time of the completing event, or the due instant
 * @param steps names of the steps, as many as bound events
 * @param alternatives how many other chains completed with it
 */
public record Match(
        String trigger,
        String id,
        OrderKey place,
        long instant,
        List<String> steps,
        List<Bound> bound,
        int alternatives,
        Circumstances circumstances) {

    public Match {
        steps = List.copyOf(steps);
        bound = List.copyOf(bound);
    }

    /** The same moment with corrected facts. */
    public Match under(Circumstances corrected) {
        return new Match(trigger, id, place, instant, steps, bound, alternatives, corrected);
    }
}
