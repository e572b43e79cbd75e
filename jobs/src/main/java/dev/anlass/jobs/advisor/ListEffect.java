package dev.anlass.jobs.advisor;

/** What is to happen because something was said to a book. */
public sealed interface ListEffect {

    /** A list goes out. */
    record Publish(AdvisorList list) implements ListEffect {}

    /** A row of the newest list is no longer to be worked on. */
    record Close(RowClosed row) implements ListEffect {}

    /**
     * A call of a customer is planned from now on, or no longer.
     *
     * @param time in milliseconds since 1970
     */
    record Plan(String customer, String advisor, String actionId, boolean isPlanned, long time) implements ListEffect {}

    /**
     * An action has come to nothing: nobody was called because of it.
     *
     * @param reason {@code not_called}, {@code list_full} or {@code unknown_advisor}
     * @param time in milliseconds since 1970
     */
    record Fail(String customer, String advisor, String actionId, String reason, long time) implements ListEffect {}
}
