package dev.anlass.engine.step;

import dev.anlass.engine.decide.Examination;
import dev.anlass.engine.decide.Reading;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Happening;

/**
 * Is told, beside the effects, how a step came to them: for those who ask why.
 *
 * <p>Facts are told with their places among the inputs of the customer. When an input comes out of order, what lies
 * behind its place is told anew, and what was told of it before is void. What is decided is told once, as it happens.
 */
public interface Observer {

    /** Nobody listens: nothing is collected. */
    Observer NOBODY = new Observer() {};

    /** What becomes of an event that arrives. */
    enum Reception {
        UNREAD,
        DUPLICATE,
        REJECTED,
        ERASURE,
        APPLIED,
        CORRECTS
    }

    /** Whether somebody listens; if nobody does, nothing else is called. */
    default boolean isAttentive() {
        return false;
    }

    /** @param place where the event lies, or would */
    default void received(Event event, OrderKey place, Reception reception) {}

    /** What lies behind a place is told anew. */
    default void tellsAnewAfter(OrderKey place) {}

    /** Something happened on the way of the facts. */
    default void happened(OrderKey place, Happening happening) {}

    /** What follows is decided because of what lies at a place. */
    default void decidesAt(OrderKey place) {}

    /** A candidate is about to meet the gates. */
    default void examines(Examination examination) {}

    /** A gate has looked at a candidate. */
    default void read(Reading reading) {}

    /** An effect, in the order in which it is to happen. */
    default void happens(Effect effect) {}
}
