package dev.anlass.engine.simulation;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.Fields;
import dev.anlass.engine.rule.Bundle;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of the customer at one place of the sorted list. */
record Facts(Bundle bundle, List<Event> updates, Aggregates aggregates, Map<String, Object> segments, long time) {

    Facts {
        updates = List.copyOf(updates);
    }

    Map<String, Object> metrics() {
        return aggregates.at(bundle.metrics().values(), time);
    }

    /** For each attribute the value that the newest update says. */
    Map<String, Object> attributes() {
        Map<String, Object> values = new HashMap<>();
        updates.stream()
                .sorted((left, right) -> left.key().compareTo(right.key()))
                .forEach(update -> values.putAll(update.fields()));
        values.values().removeIf(Fields.REMOVED::equals);
        return values;
    }

    ZoneId zone() {
        Map<String, Object> attributes = attributes();
        Object zone = attributes.get("zone");
        if (zone instanceof String own && isZone(own)) {
            return ZoneId.of(own);
        }
        Object market = attributes.get("market");
        Object zones = bundle.constants().get("market_zones");
        Object ofMarket = market != null && zones instanceof Map<?, ?> map ? map.get(market) : null;
        return ofMarket instanceof String name ? ZoneId.of(name) : ZoneOffset.UTC;
    }

    /** The attributes and the age in full years. */
    Map<String, Object> customer() {
        Map<String, Object> all = attributes();
        if (all.get("birthdate") instanceof Instant birth) {
            LocalDate born = birth.atZone(ZoneOffset.UTC).toLocalDate();
            LocalDate today = Instant.ofEpochMilli(time).atZone(zone()).toLocalDate();
            all.putIfAbsent("age", (long) Period.between(born, today).getYears());
        }
        return all;
    }

    private static boolean isZone(String name) {
        try {
            return ZoneId.of(name) != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
