package dev.anlass.jobs.advisor;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an advisor says became of a row.
 *
 * @param id the same feedback has the same id
 * @param purpose of the row's action; what is objected to with {@code do_not_contact}
 * @param reason why the customer said no; null if not said
 * @param until the day for which the customer put it off; null for other kinds
 * @param time in milliseconds since 1970
 */
public record Feedback(
        String id,
        Kind kind,
        String actionId,
        String customer,
        String advisor,
        String purpose,
        @Nullable String reason,
        @Nullable LocalDate until,
        long time) {

    /** What can become of a call. */
    public enum Kind {
        /** The customer was reached; nothing more is known. */
        CONTACTED("action.delivered"),
        ACCEPTED("action.accepted"),
        REJECTED("action.rejected"),
        /** The customer wants to hear of it on another day. */
        NOT_NOW("action.dismissed"),
        /** The customer objects to being addressed for this purpose. */
        DO_NOT_CONTACT("action.rejected");

        private final String eventType;

        Kind(String eventType) {
            this.eventType = eventType;
        }

        /** The type of the event that says it. */
        public String eventType() {
            return eventType;
        }

        /** As it is written everywhere: {@code not_now}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }
}
