package dev.anlass.engine.match;

import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Purpose;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** For which uses an event may be taken: those permitted when it arrived and, once applied, at its time too. */
final class Uses {

    private static final Set<String> LOCATION = Set.of(EventType.LOCATION);

    private final Bundle bundle;
    private final Consents arrived;
    private final long arrivedAt;

    Uses(Bundle bundle, Remembered remembered) {
        this.bundle = bundle;
        this.arrived = remembered.arrived();
        this.arrivedAt = Math.max(remembered.arrivedAt(), remembered.event().time());
    }

    boolean permittedOnArrival(Need need) {
        return arrived.permits(need.purpose(), need.categories(), arrivedAt);
    }

    Permission onArrival(Purpose purpose, Set<String> categories) {
        return arrived.permission(purpose, categories, null, arrivedAt);
    }

    /** Those of the purposes that permitted location on arrival. */
    Set<String> placePurposesOnArrival(Set<String> purposes) {
        Set<String> permitted = new TreeSet<>();
        for (String name : purposes) {
            @Nullable Purpose purpose = bundle.purposes().get(name);
            if (purpose != null && onArrival(purpose, LOCATION).isGranted()) {
                permitted.add(name);
            }
        }
        return permitted;
    }
}
