package dev.anlass.jobs.operator;

import dev.anlass.engine.event.Decoded.Blocked;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.step.Input;

/** What arrives at a customer, with the record it came from. */
public sealed interface Arrival {

    /** Whom it is about. */
    String customer();

    Origin origin();

    /** Whether nothing of the customer is to stay. */
    default boolean erases() {
        return false;
    }

    /** As the engine takes it. */
    Input input(long passed);

    /** A good event. */
    record OfEvent(Event event, Origin origin) implements Arrival {
        @Override
        public String customer() {
            return event.customer();
        }

        @Override
        public boolean erases() {
            return event.type().equals(EventType.CUSTOMER_ERASED);
        }

        @Override
        public Input input(long passed) {
            return new Input.Arrived(event, passed);
        }
    }

    /** A consent record that cannot be read and therefore blocks. */
    record OfUnreadable(Blocked blocked, Origin origin) implements Arrival {
        @Override
        public String customer() {
            return blocked.customer();
        }

        @Override
        public Input input(long passed) {
            return new Input.Unreadable(blocked.customer(), blocked.purpose(), passed);
        }
    }
}
