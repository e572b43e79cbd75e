package dev.anlass.jobs.demo.phones;

/**
 * What a provider does instead of answering well.
 *
 * @param status of HTTP; 0 if it is not an error that is answered
 * @param retryAfterSeconds how long it asks to wait; 0 if it does not
 */
public record Fault(Kind kind, int status, int retryAfterSeconds) {

    public static final Fault NONE = new Fault(Kind.NONE, 0, 0);
    /** It never answers, and does nothing. */
    public static final Fault SILENT_BEFORE = new Fault(Kind.SILENT_BEFORE, 0, 0);
    /** It accepts the message and never says so. */
    public static final Fault SILENT_AFTER = new Fault(Kind.SILENT_AFTER, 0, 0);

    /** What happens to a request. */
    public enum Kind {
        NONE,
        ERROR,
        SILENT_BEFORE,
        SILENT_AFTER
    }

    public static Fault error(int status) {
        return error(status, 0);
    }

    public static Fault error(int status, int retryAfterSeconds) {
        return new Fault(Kind.ERROR, status, retryAfterSeconds);
    }
}
