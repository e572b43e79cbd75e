package dev.anlass.engine.decide;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one gate saw of a candidate, and what it said.
 *
 * @param policy the policy that asks; empty if the trigger itself does
 * @param reason why it refuses; null if it does not
 * @param holdUntil when it wants to look again, in milliseconds since 1970; {@link #NOT_HELD} if it does not hold
 * @param values by name: String, Long, Double, Boolean, Instant, List or Map
 */
public record Reading(
        String matchId, Gate gate, String policy, @Nullable String reason, long holdUntil, Map<String, Object> values) {

    public static final long NOT_HELD = Long.MIN_VALUE;

    /** The gates in their order. */
    public enum Gate {
        TRIGGER,
        PERMISSION,
        ELIGIBILITY,
        LEGALITY,
        PRESSURE,
        REST,
        ARBITRATION,
        CONTROL_GROUP;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Reading {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean isHeld() {
        return holdUntil != NOT_HELD;
    }
}
