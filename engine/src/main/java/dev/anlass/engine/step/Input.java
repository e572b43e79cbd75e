package dev.anlass.engine.step;

import dev.anlass.engine.event.Event;

/** What a step is given. Times are in milliseconds since 1970. */
public sealed interface Input {

    /**
     * An event has arrived.
     *
     * @param passed how far time had passed before it arrived; {@code Long.MIN_VALUE} if nothing is known
     */
    record Arrived(Event event, long passed) implements Input {}

    /**
     * A consent record has arrived that cannot be read.
     *
     * @param purpose the purpose it blocks; null for every purpose
     */
    record Unreadable(
            String customer,
            @org.jspecify.annotations.Nullable String purpose,
            long passed) implements Input {}

    /** Time has passed up to this instant, inclusive. */
    record TimePassed(long passed) implements Input {}
}
