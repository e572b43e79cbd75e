package dev.anlass.jobs.push;

import org.jspecify.annotations.Nullable;

/** What is to be told of deliveries. */
public sealed interface PushEffect {

    /**
     * A provider has taken the message.
     *
     * @param target id of the device; the provider's word if it knows no devices
     * @param messageId the provider's own; null if it gave none
     */
    record Delivered(
            Message message,
            String target,
            Provider provider,
            @Nullable String messageId,
            int attempts) implements PushEffect {}

    /** The action reached nobody and will reach nobody. */
    record Failed(Message message, String reason) implements PushEffect {}

    /** The provider says that the device does not exist any more. */
    record Removed(String customer, Device device, String reason) implements PushEffect {}

    /** Whoever shows messages of the customer shows them no longer. */
    record Erased(String customer) implements PushEffect {}
}
