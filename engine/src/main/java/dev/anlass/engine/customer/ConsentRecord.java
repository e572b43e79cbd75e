package dev.anlass.engine.customer;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.NameSet;
import dev.anlass.engine.event.OrderKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a customer permitted or denied for one purpose.
 *
 * @param givenAt place of the event that said so; its time is the time of the record
 * @param arrivedAt when its event arrived, in milliseconds since 1970
 * @param notice version of the text that the person saw
 * @param expiresAt milliseconds since 1970 from which it no longer holds; {@code Long.MAX_VALUE} if it does not expire
 */
public record ConsentRecord(
        String recordId,
        String purpose,
        Status status,
        Set<String> channels,
        Set<String> data,
        OrderKey givenAt,
        long arrivedAt,
        @Nullable String notice,
        long expiresAt) {

    /** What the customer said. */
    public enum Status {
        GIVEN,
        REFUSED,
        WITHDRAWN,
        OBJECTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ConsentRecord {
        channels = NameSet.of(channels);
        data = NameSet.of(data);
    }

    /** The record that a readable {@code consent.changed} event carries. */
    public static ConsentRecord of(Event event, long arrivedAt) {
        Object expires = event.fields().get("expires_at");
        return new ConsentRecord(
                text(event, "record_id"),
                text(event, "purpose").intern(),
                Status.valueOf(text(event, "status").toUpperCase(Locale.ROOT)),
                words(event, "channels"),
                words(event, "data"),
                event.key(),
                arrivedAt,
                (String) event.fields().get("notice"),
                expires instanceof Instant instant ? instant.toEpochMilli() : Long.MAX_VALUE);
    }

    public boolean isExpired(long time) {
        return time >= expiresAt;
    }

    private static String text(Event event, String field) {
        return String.valueOf(event.fields().get(field));
    }

    private static Set<String> words(Event event, String field) {
        Object value = event.fields().get(field);
        Set<String> words = new TreeSet<>();
        for (Object word : value instanceof Collection<?> list ? list : List.of()) {
            words.add(String.valueOf(word));
        }
        return words;
    }
}
