package dev.anlass.jobs.consent;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.explain.Chapter;
import dev.anlass.engine.explain.Story;
import dev.anlass.engine.explain.Told;
import dev.anlass.engine.match.Happening;
import dev.anlass.engine.step.Effect.Erased;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The consent records of one customer, as a story tells them; an erasure ends what was before.
 *
 * @param records in the order of time, each once
 * @param unreadable what could not be accepted
 * @param inForce the newest record of each purpose, and what is blocked, as the engine has it
 * @param erased what was certified; null if the customer was not erased
 * @param time for which this holds, in milliseconds since 1970
 */
public record History(
        String customer,
        List<ConsentRecord> records,
        List<Told.NotAccepted> unreadable,
        Consents inForce,
        @Nullable Erased erased,
        long time) {

    public History {
        records = List.copyOf(records);
        unreadable = List.copyOf(unreadable);
    }

    public static History of(Story story, Consents inForce) {
        Map<String, ConsentRecord> records = new LinkedHashMap<>();
        List<Told.NotAccepted> unreadable = new ArrayList<>();
        @Nullable Erased erased = null;
        for (Chapter chapter : story.chapters()) {
            for (Told told : chapter.told()) {
                if (told instanceof Told.Said said && said.effect() instanceof Erased certificate) {
                    erased = certificate;
                    records.values().removeIf(record -> !inForce.newest().containsValue(record));
                    unreadable.clear();
                }
                add(told, records, unreadable);
            }
        }
        return new History(story.customer(), List.copyOf(records.values()), unreadable, inForce, erased, story.time());
    }

    /** Whether it is the newest of its purpose, has not expired, and nothing unreadable blocks it. */
    boolean isInForce(ConsentRecord record) {
        return record.equals(inForce.newest().get(record.purpose()))
                && !record.isExpired(time)
                && !inForce.isBlocked(record.purpose());
    }

    private static void add(Told told, Map<String, ConsentRecord> records, List<Told.NotAccepted> unreadable) {
        if (told instanceof Told.Happened happened && happened.happening() instanceof Happening.Consented consented) {
            records.put(name(consented.record()), consented.record());
        } else if (told instanceof Told.NotAccepted not && not.isConsent()) {
            unreadable.add(not);
        }
    }

    /** A record that is sent twice is one record. */
    private static String name(ConsentRecord record) {
        return record.givenAt().source() + " " + record.givenAt().id();
    }
}
