package dev.anlass.benchmarks.question;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.customer.Metrics;
import dev.anlass.engine.customer.Segments;
import dev.anlass.engine.decide.ContactHistory;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.OpenChains;
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
                this == REMEMBERED_EVENTS ? List.of() : stored.recent(),
                stored.dueThrough(),
                stored.clock(),
                this == VERDICTS ? List.of() : stored.verdicts(),
                this == CONTACTS ? ContactHistory.NONE : stored.contacts(),
                stored.minute(),
                stored.eventsInMinute(),
                stored.tombstone());
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
