package dev.anlass.engine.match;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.customer.Metrics;
import dev.anlass.engine.customer.Segments;
import dev.anlass.engine.place.Presence;
import java.util.List;

/** The facts of one customer while inputs are applied to them. */
final class Working {

    Attributes attributes;
    Consents consents;
    Presence presence;
    Metrics metrics;
    Segments segments;
    OpenChains chains;
    List<Watch> watches;
    long dueThrough;
    long lastDue;
    long edition;

    Working(Facts facts) {
        attributes = facts.attributes();
        consents = facts.consents();
        presence = facts.presence();
        metrics = facts.metrics();
        segments = facts.segments();
        chains = facts.chains();
        watches = facts.watches();
        dueThrough = facts.dueThrough();
        lastDue = facts.lastDue();
        edition = facts.edition();
    }

    Facts facts() {
        return new Facts(
                attributes, consents, presence, metrics, segments, chains, watches, dueThrough, lastDue, edition);
    }
}
