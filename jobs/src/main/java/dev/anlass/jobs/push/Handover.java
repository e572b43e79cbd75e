package dev.anlass.jobs.push;

import dev.anlass.jobs.push.Parcel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that a provider has in its hands.
 *
 * @param token of the device at the time; null if it goes to none
 */
public record Handover(
        String customer,
        String actionId,
        long revision,
        String target,
        Provider provider,
        Purpose purpose,
        int attempt,
        boolean mayHaveArrived,
        @Nullable String token) {

    @Override
    public String toString() {
        return purpose + " " + actionId + " revision " + revision + ", attempt " + attempt;
    }
}
