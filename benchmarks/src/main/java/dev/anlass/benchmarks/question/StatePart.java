package dev.anlass.benchmarks.question;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.customer.Metrics;
import dev.anlass.engine.customer.Segments;
import dev.anlass.engine.decide.ContactHistory;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.OpenChains;
import dev.anlass.engine.match.Remembered;
import dev.anlass.engine.place.Presence;
import dev.anlass.engine.step.CustomerState.Stored;
import dev.anlass.jobs.state.CustomerCodec;
import dev.anlass.jobs.state.StoredCustomer;
import java.util.List;

/** A part of what is stored of a customer, and the bytes that it takes. */
enum StatePart {
    ATTRIBUTES,
    CONSENTS,
    PRESENCE,
    METRICS,
    SEGMENTS,
    CHAINS,
    WATCHES,
    REMEMBERED_EVENTS,
    VERDICTS,
    CONTACTS;

    /** All that is stored. When the customer is to be woken takes the same room in each. */
    static int bytes(Stored stored) {
        return CustomerCodec.encode(new StoredCustomer(stored, Long.MAX_VALUE)).length;
    }

    /** How many bytes fewer are stored without it. */
    int bytesIn(Stored stored) {
        return bytes(stored) - bytes(withoutIn(stored));
    }

    private Stored withoutIn(Stored stored) {
        return new Stored(
                stored.customer(),
                withoutIn(stored.settled()),
                stored.settledPlace(),
                recentWithoutIn(stored),
                stored.dueThrough(),
                stored.clock(),
                this == VERDICTS ? List.of() : stored.verdicts(),
                this == CONTACTS ? ContactHistory.NONE : stored.contacts(),
                stored.minute(),
                stored.eventsInMinute(),
                stored.tombstone());
    }

    /** What was permitted when an event arrived is stored with it. */
    private List<Remembered> recentWithoutIn(Stored stored) {
        if (this == REMEMBERED_EVENTS) {
            return List.of();
        }
        return this == CONSENTS
                ? stored.recent().stream()
                        .map(event -> new Remembered(event.event(), event.place(), Consents.NONE, event.arrivedAt()))
                        .toList()
                : stored.recent();
    }

    private Facts withoutIn(Facts facts) {
        return new Facts(
                this == ATTRIBUTES ? Attributes.NONE : facts.attributes(),
                this == CONSENTS ? Consents.NONE : facts.consents(),
                this == PRESENCE ? Presence.NONE : facts.presence(),
                this == METRICS ? Metrics.NONE : facts.metrics(),
                this == SEGMENTS ? Segments.NONE : facts.segments(),
                this == CHAINS ? OpenChains.NONE : facts.chains(),
                this == WATCHES ? List.of() : facts.watches(),
                facts.dueThrough(),
                facts.lastDue(),
                facts.edition());
    }
}
