package dev.anlass.engine.step;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.decide.ContactHistory;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Facts;
import java.util.List;

/** What is left of a customer after erasure: the tombstone and the objections. */
final class Erasure {

    private Erasure() {}

    static CustomerState of(String customer, Tombstone tombstone, List<ConsentRecord> objections) {
        Consents consents = Consents.NONE;
        for (ConsentRecord objection : objections) {
            consents = consents.with(objection);
        }
        Facts none = Facts.NONE;
        Facts facts = new Facts(
                none.attributes(),
                consents,
                none.presence(),
                none.metrics(),
                none.segments(),
                none.chains(),
                none.watches(),
                none.dueThrough(),
                none.lastDue(),
                none.edition());
        return new CustomerState(
                customer,
                new Trail(facts, OrderKey.START, List.of(), facts),
                Long.MIN_VALUE,
                List.of(),
                ContactHistory.NONE,
                Long.MIN_VALUE,
                0,
                tombstone);
    }
}
