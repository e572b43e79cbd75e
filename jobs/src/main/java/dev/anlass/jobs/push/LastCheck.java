package dev.anlass.jobs.push;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.rule.Purpose;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked right before a message goes out, because minutes or hours may lie behind the decision.
 *
 * @param needs of each bundle by its version the needs of its triggers
 */
public record LastCheck(Map<String, Map<String, Need>> needs, Stops stops) {

    /** What is valid for less than this would arrive when it is over. */
    static final long LEAST_VALID_MILLIS = 1_000;

    public static final LastCheck NOTHING_KNOWN = new LastCheck(Map.of(), Stops.NONE);

    /** For what a trigger needs permission. */
    public record Need(Purpose purpose, Set<String> categories) {

        public Need {
            categories = Set.copyOf(categories);
        }
    }

    public LastCheck {
        needs = Map.copyOf(needs);
    }

    /**
     * Why a message must not go out any more; null if it may.
     *
     * @param consents what the customer has said; where that is nothing about the purpose, the decision holds
     * @param now milliseconds since 1970
     */
    @Nullable
    String denial(Message message, Consents consents, long now) {
        if (now + LEAST_VALID_MILLIS > message.expiresAt()) {
            return Reason.EXPIRED;
        }
        if (!saysMore(message, consents)) {
            return null;
        }
        Need need = need(message);
        return consents.permission(need.purpose(), need.categories(), message.channel(), now)
                .denial();
    }

    /** Not if what is known here is older than what the decision rests on. */
    private static boolean saysMore(Message message, Consents consents) {
        ConsentRecord newest = consents.newest().get(message.purpose());
        Long permittedAt = message.permittedAt();
        boolean isOlder =
                newest != null && permittedAt != null && newest.givenAt().time() < permittedAt;
        return consents.isBlocked(message.purpose()) || (newest != null && !isOlder);
    }

    /** Whether a person has stopped what it comes from. */
    boolean isStopped(Message message) {
        return stops.cover(message.channel(), message.trigger());
    }

    /** Of a bundle that is not known any more: the purpose alone. */
    private Need need(Message message) {
        Need need = needs.getOrDefault(message.bundle(), Map.of()).get(message.trigger());
        return need == null ? new Need(new Purpose(message.purpose(), Purpose.Basis.CONSENT, null), Set.of()) : need;
    }
}
