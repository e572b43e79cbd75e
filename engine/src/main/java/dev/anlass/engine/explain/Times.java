package dev.anlass.engine.explain;

import dev.anlass.engine.rulefile.Durations;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Times and values as people read them, on the customer's clock. */
final class Times {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    Times(ZoneId zone) {
        this.zone = zone;
    }

    /** With the offset, and milliseconds only where they are not zero. */
    String full(long millis) {
        return text(FULL, millis);
    }

    String at(long millis) {
        return text(SHORT, millis);
    }

    private String text(DateTimeFormatter form, long millis) {
        String text = form.format(Instant.ofEpochMilli(millis).atZone(zone));
        long rest = Math.floorMod(millis, 1_000L);
        return rest == 0 ? text : text.substring(0, 19) + "." + String.format("%03d", rest) + text.substring(19);
    }

    static String span(Object millis) {
        return millis instanceof Number number ? Durations.text(number.longValue()) : String.valueOf(millis);
    }

    String value(Object value) {
        if (value instanceof Instant instant) {
            return at(instant.toEpochMilli());
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "none" : list.stream().map(this::value).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + value(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }
}
