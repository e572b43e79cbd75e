package dev.anlass.engine.rule;

/**
 * A way by which actions reach people.
 *
 * @param collectForMillis how long the first candidate waits for rivals; 0: those of one instant compete;
 *     {@link #NOBODY_COMPETES}: none
 * @param expiresMillis how long an action is valid if the trigger says nothing
 * @param payloadLimitBytes largest payload as JSON together with the longest text, in bytes of UTF-8
 * @param ceilingPerMinute how many actions go out on it in one minute at most, over all customers; {@link #NO_CEILING}: as
 *     many as there are
 * @param languages in which languages an action's text is given
 */
public record Channel(
        String name,
        long collectForMillis,
        long expiresMillis,
        int payloadLimitBytes,
        int ceilingPerMinute,
        Languages languages) {

    /** Who reads the text. */
    public enum Languages {
        /** The customer, in one language. */
        CUSTOMER,
        /** Somebody whose language is not known here: every language of the rule. */
        ALL
    }

    public static final int NO_CEILING = Integer.MAX_VALUE;

    public static final long NOBODY_COMPETES = -1;

    /** How long an action is valid where neither trigger nor channel says. */
    public static final long DEFAULT_EXPIRES_MILLIS = 4 * 3_600_000L;

    /** The largest payload that the push services take. */
    public static final int DEFAULT_PAYLOAD_LIMIT_BYTES = 4_096;

    public boolean hasCeiling() {
        return ceilingPerMinute != NO_CEILING;
    }
}
