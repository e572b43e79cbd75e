package dev.anlass.engine.event;

import org.jspecify.annotations.Nullable;

/** What became of a record that was read. */
public sealed interface Decoded {

    /**
     * A good event.
     *
     * @param clockAhead whether its time was ahead of the record's own and was taken back to it
     */
    record Accepted(Event event, boolean clockAhead) implements Decoded {}

    /** Time has come this far in the part of the input that the record stands in. */
    record Tick(long time) implements Decoded {}

    /**
     * A type that the catalogue does not know; counted and ignored.
     *
     * @param time of the event in milliseconds since 1970, never ahead of the record's own
     */
    record UnknownType(String type, long time) implements Decoded {}

    /**
     * A record that cannot be accepted.
     *
     * @param blocks if it is a consent record of a known customer: what it blocks; else null
     */
    record Rejected(Rejection rejection, @Nullable Blocked blocks) implements Decoded {}

    /**
     * What an unreadable consent record blocks.
     *
     * @param purpose the purpose it names; null if none can be read, which blocks every purpose
     */
    record Blocked(String customer, @Nullable String purpose) {}
}
