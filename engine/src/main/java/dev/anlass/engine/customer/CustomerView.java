package dev.anlass.engine.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes as conditions see them at one time: with {@code age}, derived from {@code birthdate}, in full years. */
public final class CustomerView extends AbstractMap<String, Object> {

    private final Attributes attributes;
    private final ZoneId zone;
    private final long time;

    /** @param zone the customer's, in which a birthday begins */
    public CustomerView(Attributes attributes, ZoneId zone, long time) {
        this.attributes = attributes;
        this.zone = zone;
        this.time = time;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        Object known = attributes.values().get(name);
        return known == null && "age".equals(name) ? age() : known;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> all = new HashMap<>(attributes.values());
        Object age = get("age");
        if (age != null) {
            all.put("age", age);
        }
        return all.entrySet();
    }

    private @Nullable Long age() {
        if (!(attributes.values().get("birthdate") instanceof Instant birth)) {
            return null;
        }
        LocalDate born = birth.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate today = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
        return (long) Period.between(born, today).getYears();
    }
}
