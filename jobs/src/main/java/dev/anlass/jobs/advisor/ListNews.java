package dev.anlass.jobs.advisor;

/** Something new about lists. */
public sealed interface ListNews {

    /** A list was frozen. */
    record Published(AdvisorList list) implements ListNews {}

    /** A row is no longer to be worked on. */
    record Closed(RowClosed row) implements ListNews {}

    /** Everything about a customer is to be taken away. */
    record Erased(String customer) implements ListNews {}
}
