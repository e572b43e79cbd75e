package dev.anlass.engine.event;

import org.jspecify.annotations.Nullable;

/**
 * Why an input was not accepted.
 *
 * @param reason one of the words that interfaces promise, such as {@code bad_field:price}
 * @param detail a sentence for people, without personal data
 */
public record Rejection(
        String reason, String detail, @Nullable String eventId) {

    public static final String NOT_JSON = "not_json";
    public static final String TOO_LARGE = "too_large";
    public static final String BAD_TIME = "bad_time";
    public static final String LATE = "late";
    public static final String BAD_LOCATION = "bad_location";
    public static final String BAD_CONSENT = "bad_consent";
    public static final String ERASED = "erased";
    public static final String TOO_MANY = "too_many";

    /** The same with the id of the event, or null if none could be read. */
    public Rejection withEventId(@Nullable String id) {
        return new Rejection(reason, detail, id);
    }

    public static String missing(String attribute) {
        return "missing:" + attribute;
    }

    public static String badField(String name) {
        return "bad_field:" + name;
    }
}
