package dev.anlass.engine.scenario;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.rulefile.Spot;

/** A record of a scenario, in the place of the list in which it arrives. */
record Occurrence(Spot at, long time, Decoded decoded) {

    /** Whether it keeps its place among the others in every order of arrival. */
    boolean staysInPlace() {
        return !(decoded instanceof Decoded.Accepted accepted)
                || accepted.event().key().rank() == OrderKey.RANK_CUSTOMER;
    }

    /** The id of the event; empty if it is none. */
    String eventId() {
        return decoded instanceof Decoded.Accepted accepted ? accepted.event().id() : "";
    }

    /** When the permission ends that it gives, in milliseconds since 1970; {@code Long.MAX_VALUE} if it gives none. */
    long endOfPermission() {
        if (decoded instanceof Decoded.Accepted accepted) {
            Event event = accepted.event();
            if (event.fields().get("expires_at") instanceof java.time.Instant expiry) {
                return expiry.toEpochMilli();
            }
        }
        return Long.MAX_VALUE;
    }
}
