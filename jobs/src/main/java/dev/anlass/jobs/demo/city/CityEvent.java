package dev.anlass.jobs.demo.city;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a customer of the generated day did, before it is written down.
 *
 * @param time event time in milliseconds since 1970
 * @param delayMillis how much longer than usual it is under way
 * @param data text, whole numbers, decimals and lists of text, in the order in which they are written
 */
record CityEvent(
        String id, String source, String type, String customer, long time, long delayMillis, Map<String, Object> data) {

    /** An event without data. */
    static CityEvent of(String id, String source, String type, String customer, long time) {
        return new CityEvent(id, source, type, customer, time, 0, new LinkedHashMap<>());
    }

    CityEvent with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(field, value);
        return new CityEvent(id, source, type, customer, time, delayMillis, more);
    }

    CityEvent with(String field, List<String> values) {
        return with(field, (Object) List.copyOf(values));
    }

    /** With an amount of money. */
    CityEvent withCents(String field, long cents) {
        return with(field, BigDecimal.valueOf(cents, 2));
    }

    /** With a decimal number that has that many digits behind the point, the same on every Java. */
    CityEvent withDecimal(String field, double value, int digits) {
        double scaled = value;
        for (int i = 0; i < digits; i++) {
            scaled *= 10;
        }
        return with(field, BigDecimal.valueOf(Math.round(scaled), digits));
    }

    CityEvent delayed(long millis) {
        return new CityEvent(id, source, type, customer, time, millis, data);
    }

    CityEvent ofType(String other) {
        return new CityEvent(id, source, other, customer, time, delayMillis, data);
    }

    /** The same under another id. */
    CityEvent renamed(String other) {
        return new CityEvent(other, source, type, customer, time, delayMillis, data);
    }
}
