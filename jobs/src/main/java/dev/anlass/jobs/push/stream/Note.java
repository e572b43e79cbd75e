package dev.anlass.jobs.push.stream;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Known;
import dev.anlass.jobs.push.Message;
import org.jspecify.annotations.Nullable;

/** Something that the push job has to know about a customer. */
public sealed interface Note {

    String customer();

    /** An action is to be delivered. */
    record Requested(Message message) implements Note {
        @Override
        public String customer() {
            return message.customer();
        }
    }

    /** An action is taken back. */
    record Revoked(String customer, String actionId, long revision) implements Note {}

    /** The customer has a device. */
    record Registered(String customer, Device device) implements Note {}

    /**
     * The customer has it no longer.
     *
     * @param device its id or its token
     */
    record Removed(String customer, String device) implements Note {}

    /** The customer has permitted or denied something. */
    record Said(String customer, ConsentRecord record) implements Note {}

    /**
     * The customer has said something that cannot be read.
     *
     * @param purpose null if it cannot be read either
     */
    record SaidUnreadably(String customer, @Nullable String purpose) implements Note {}

    /** An action has reached somebody. */
    record Delivered(String customer, Known known) implements Note {}

    /** The push job has given an action up. */
    record Failed(String customer, Known known) implements Note {}

    /** Everything about the customer is to be forgotten; time in milliseconds since 1970. */
    record Erased(String customer, long time) implements Note {}

    /**
     * A subtask of the push job has read a partition of the events up to where it ended when the subtask began.
     *
     * @param customer stands for the subtask, and for its attempt
     */
    record Marked(String customer, int partition) implements Note {}
}
