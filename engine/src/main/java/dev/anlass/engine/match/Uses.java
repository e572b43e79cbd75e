package dev.anlass.engine.match;

import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.rule.Purpose;
import java.util.Set;

/** For which uses an event may be taken: those permitted when it arrived and, once applied, at its time too. */
final class Uses {

    static final Set<String> LOCATION = Set.of(EventType.LOCATION);

    private final Consents arrived;
    private final long arrivedAt;

    Uses(Remembered remembered) {
        this.arrived = remembered.arrived();
        this.arrivedAt = Math.max(remembered.arrivedAt(), remembered.event().time());
    }

    boolean permittedOnArrival(Need need) {
        return arrived.permits(need.purpose(), need.categories(), arrivedAt);
    }

    Permission onArrival(Purpose purpose, Set<String> categories) {
        return arrived.permission(purpose, categories, null, arrivedAt);
    }

    boolean permittedPlacesOnArrival(Purpose purpose) {
        return arrived.permits(purpose, LOCATION, arrivedAt);
    }
}
