package dev.anlass.jobs.advisor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of a published list is no longer to be worked on.
 *
 * @param reason a {@link Feedback.Kind} in small letters; or why the action was taken back, such as
 *     {@code consent_withdrawn}, {@code overtaken} or {@code erased}
 * @param until the day on which it comes back, if it was put off
 * @param time in milliseconds since 1970
 */
public record RowClosed(
        String listId,
        String advisor,
        String actionId,
        String customer,
        String reason,
        @Nullable LocalDate until,
        long time) {}
