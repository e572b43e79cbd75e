package dev.anlass.engine.customer;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.event.OrderKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer: each attribute with the place of the event that last set or removed it.
 *
 * <p>Immutable. An older event never overwrites what a newer one said of the same attribute.
 */
public record Attributes(Fields values, Map<String, OrderKey> setAt) {

    public static final Attributes NONE = new Attributes(Fields.EMPTY, Map.of());

    public Attributes {
        setAt = Collections.unmodifiableMap(new TreeMap<>(setAt));
    }

    /** With what a {@code customer.updated} event says; this very object if it says nothing new. */
    public Attributes with(Event updated) {
        Map<String, Object> changed = new HashMap<>(values);
        Map<String, OrderKey> places = new HashMap<>(setAt);
        boolean news = false;
        for (Map.Entry<String, Object> said : updated.fields().entrySet()) {
            OrderKey known = setAt.get(said.getKey());
            if (said.getKey().equals("time") || (known != null && !known.isBefore(updated.key()))) {
                continue;
            }
            news = true;
            places.put(said.getKey(), updated.key());
            if (said.getValue() == Fields.REMOVED) {
                changed.remove(said.getKey());
            } else {
                changed.put(said.getKey(), said.getValue());
            }
        }
        return news ? new Attributes(Fields.of(changed), places) : this;
    }

    public @Nullable String text(String name) {
        return values.get(name) instanceof String text ? text : null;
    }
}
