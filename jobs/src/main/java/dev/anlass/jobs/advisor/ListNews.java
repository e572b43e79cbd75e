package dev.anlass.jobs.advisor;

/** Something new about lists. */
public sealed interface ListNews {

    /** A list was frozen. */
    record Published(AdvisorList list) implements ListNews {}

    /** A row is no longer to be worked on. */
    record Closed(RowClosed row) implements ListNews {}

    /**
     * Everything about a customer is to be taken away.
     *
     * @param time when the customer was erased, in milliseconds since 1970
     */
    record Erased(String customer, long time) implements ListNews {}
}
