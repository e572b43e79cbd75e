package dev.anlass.jobs.advisor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that ends the wait for a call or puts it off.
 *
 * @param reason as in {@link RowClosed}
 * @param until the day for which it is put off; null if it has ended
 * @param time when it happened, in milliseconds since 1970
 */
public record Change(String reason, @Nullable LocalDate until, long time) {

    boolean ends() {
        return until == null;
    }
}
