package dev.anlass.engine.customer;

import dev.anlass.engine.event.ByName;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.event.OrderKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer: each attribute with the place of the event that last set or removed it.
 *
 * <p>Immutable. An older event never overwrites what a newer one said of the same attribute.
 */
public record Attributes(Fields values, ByName<OrderKey> setAt) {

    public static final Attributes NONE = new Attributes(Fields.EMPTY, ByName.empty());

    /** With what a {@code customer.updated} event says; this very object if it says nothing new. */
    public Attributes with(Event updated) {
        Map<String, Object> changed = new HashMap<>(values);
        ByName<OrderKey> places = setAt;
        for (Map.Entry<String, Object> said : updated.fields().entrySet()) {
            OrderKey known = setAt.get(said.getKey());
            if (said.getKey().equals("time") || (known != null && !known.isBefore(updated.key()))) {
                continue;
            }
            places = places.with(said.getKey(), updated.key());
            if (said.getValue() == Fields.REMOVED) {
                changed.remove(said.getKey());
            } else {
                changed.put(said.getKey(), said.getValue());
            }
        }
        return places == setAt ? this : new Attributes(Fields.of(changed), places);
    }

    public @Nullable String text(String name) {
        return values.get(name) instanceof String text ? text : null;
    }
}
