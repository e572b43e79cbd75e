package dev.anlass.engine.step;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.decide.ContactHistory;
import dev.anlass.engine.event.ByName;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Purpose;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is left of a customer after erasure: the tombstone and the objections. */
final class Erasure {

    private Erasure() {}

    /** What denies without having been asked for consent, and what an unreadable record blocks. */
    static Consents objections(Consents consents, Bundle bundle) {
        Map<String, ConsentRecord> objections = new TreeMap<>(consents.newest());
        objections.values().removeIf(record -> !isObjection(record, bundle));
        return new Consents(ByName.of(objections), consents.block());
    }

    /** Where no consent is needed, a refusal and a withdrawal object too: without them use would be permitted again. */
    private static boolean isObjection(ConsentRecord record, Bundle bundle) {
        @Nullable Purpose purpose = bundle.purposes().get(record.purpose());
        boolean needsNone = purpose != null && purpose.basis() == Purpose.Basis.LEGITIMATE_INTEREST;
        return switch (record.status()) {
            case OBJECTED -> true;
            case REFUSED, WITHDRAWN -> needsNone;
            case GIVEN -> false;
        };
    }

    static CustomerState of(String customer, Tombstone tombstone, Consents objections) {
        Facts none = Facts.NONE;
        Facts facts = new Facts(
                none.attributes(),
                objections,
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
                new Trail(Reached.of(facts), OrderKey.START, Recent.NONE, Reached.of(facts)),
                Long.MIN_VALUE,
                List.of(),
                ContactHistory.NONE,
                Long.MIN_VALUE,
                0,
                tombstone);
    }
}
