package dev.anlass.engine.simulation;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Metrics;
import dev.anlass.engine.customer.Segments;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.OpenChains;
import dev.anlass.engine.place.Presence;
import dev.anlass.engine.step.CustomerState.Stored;
import java.util.ArrayList;
import java.util.List;

/** What an erasure must not leave behind in what is stored of a customer. */
public final class Remnants {

    private Remnants() {}

    /** Each by a word; empty if nothing is left but the tombstone and the objections. */
    public static List<String> of(Stored stored) {
        List<String> left = new ArrayList<>();
        add(left, "the id", !stored.customer().isEmpty());
        add(left, "no tombstone", stored.tombstone() == null);
        add(left, "remembered events", !stored.recent().isEmpty());
        add(left, "the place of an event", !stored.settledPlace().id().isEmpty());
        add(left, "verdicts", !stored.verdicts().isEmpty());
        add(left, "contacts", !stored.contacts().contacts().isEmpty());
        add(left, "a count of events", stored.eventsInMinute() != 0);
        facts(left, stored.settled());
        return left;
    }

    private static void facts(List<String> left, Facts facts) {
        add(left, "attributes", !facts.attributes().equals(Attributes.NONE));
        add(left, "presence", !facts.presence().equals(Presence.NONE));
        add(left, "metrics", !facts.metrics().equals(Metrics.NONE));
        add(left, "segments", !facts.segments().equals(Segments.NONE));
        add(left, "chains", !facts.chains().equals(OpenChains.NONE));
        add(left, "watches", !facts.watches().isEmpty());
        add(
                left,
                "consent",
                facts.consents().newest().values().stream()
                        .anyMatch(record -> record.status() == ConsentRecord.Status.GIVEN));
    }

    private static void add(List<String> left, String what, boolean isThere) {
        if (isThere) {
            left.add(what);
        }
    }
}
