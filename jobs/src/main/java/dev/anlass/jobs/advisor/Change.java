package dev.anlass.jobs.advisor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that ends the wait for a call or puts it off.
 *
 * @param reason as in {@link RowClosed}
 * @param until the day for which it is put off; null if it was not
 * @param time when it happened, in milliseconds since 1970
 */
public record Change(String reason, @Nullable LocalDate until, long time) {

    /** The action is no longer valid. */
    public static final String EXPIRED = "expired";

    /** Everything about the customer is forgotten. */
    public static final String ERASED = "erased";
}
