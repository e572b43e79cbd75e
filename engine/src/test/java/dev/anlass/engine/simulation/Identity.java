package dev.anlass.engine.simulation;

import dev.anlass.engine.customer.StableHash;
import java.util.stream.Stream;

/** The id of a match: a hash of the customer, the trigger and what completed it. */
final class Identity {

    private Identity() {}

    static String of(String customer, String trigger, String... completedBy) {
        return "a-"
                + StableHash.id(Stream.concat(Stream.of(customer, trigger), Stream.of(completedBy))
                        .toArray(String[]::new));
    }
}
