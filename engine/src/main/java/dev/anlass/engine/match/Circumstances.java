package dev.anlass.engine.match;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.event.Fields;

/**
 * The facts about a customer at the place of a match: what eligibility, legality and the action read.
 *
 * @param metrics values by name, of those metrics that a decision reads
 * @param segments types by name
 */
public record Circumstances(Attributes attributes, Consents consents, Fields metrics, Fields segments) {

    public Circumstances withAttributes(Attributes other) {
        return new Circumstances(other, consents, metrics, segments);
    }
}
