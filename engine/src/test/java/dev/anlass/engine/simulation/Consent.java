package dev.anlass.engine.simulation;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Purpose.Basis;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a set of consent records permits: for each purpose the newest by time, source and id counts. */
final class Consent {

    private static final Comparator<Event> NEWNESS =
            Comparator.comparing(event -> event.key(), Comparator.comparingLong(key -> key.time()));

    private final Bundle bundle;
    private final List<Event> records;
    private final Blocks blocks;

    Consent(Bundle bundle, List<Event> records, Blocks blocks) {
        this.bundle = bundle;
        this.records = records;
        this.blocks = blocks;
    }

    /** The record that counts; null if there is none. */
    @Nullable
    Event newest(String purpose) {
        Event newest = null;
        for (Event record : records) {
            if (purpose.equals(record.fields().get("purpose")) && (newest == null || isNewer(record, newest))) {
                newest = record;
            }
        }
        return newest;
    }

    boolean permitsUse(String purpose, Set<String> categories, long time) {
        return denial(purpose, categories, null, time) == null;
    }

    /** The reason why a use or, with a channel, a contact is denied; null if it is permitted. */
    @Nullable
    String denial(String purpose, Set<String> categories, @Nullable String channel, long time) {
        if (!bundle.purposes().containsKey(purpose)) {
            return "no_consent";
        }
        Basis basis = bundle.purposes().get(purpose).basis();
        Event record = newest(purpose);
        String status = record == null ? "" : String.valueOf(record.fields().get("status"));
        if (basis == Basis.CONTRACT) {
            return null;
        }
        if (blocks.includes(purpose)) {
            return "no_consent";
        }
        boolean denied = status.equals("withdrawn") || status.equals("objected");
        String reason = denied ? "consent_withdrawn" : "no_consent";
        if (basis == Basis.LEGITIMATE_INTEREST) {
            return denied || status.equals("refused") ? reason : null;
        }
        return status.equals("given") && names(record, categories, channel) && time < expiry(record) ? null : reason;
    }

    /** When what a record permits ends; {@code Long.MAX_VALUE} if it permits nothing, or for ever. */
    static long expiry(Event record) {
        if (!"given".equals(record.fields().get("status"))) {
            return Long.MAX_VALUE;
        }
        return record.fields().get("expires_at") instanceof Instant instant ? instant.toEpochMilli() : Long.MAX_VALUE;
    }

    private static boolean names(Event record, Set<String> categories, @Nullable String channel) {
        Collection<?> data = (Collection<?>) record.fields().getOrDefault("data", List.of());
        Collection<?> channels = (Collection<?>) record.fields().getOrDefault("channels", List.of());
        return !data.isEmpty() && data.containsAll(categories) && (channel == null || channels.contains(channel));
    }

    private static boolean isNewer(Event left, Event right) {
        int order = NEWNESS.compare(left, right);
        order = order != 0 ? order : left.source().compareTo(right.source());
        return (order != 0 ? order : left.id().compareTo(right.id())) > 0;
    }
}
