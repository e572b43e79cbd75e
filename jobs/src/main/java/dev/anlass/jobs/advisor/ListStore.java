package dev.anlass.jobs.advisor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where published lists are looked up, with what became of their rows. Feedback that is given twice is there once. */
public interface ListStore {

    /**
     * A list as it stands now.
     *
     * @param rows by rank
     */
    record Shown(AdvisorList list, List<ShownRow> rows) {
        public Shown {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row as it stands now.
     *
     * @param closed why it is no longer to be worked on; null if it is
     */
    record ShownRow(Row row, @Nullable RowClosed closed) {}

    /**
     * One list among those of a branch or of a history.
     *
     * @param open how many rows are still to be worked on
     */
    record Summary(String listId, String advisor, LocalDate day, int rows, int open) {}

    /**
     * Who looked at what.
     *
     * @param user who was signed in
     * @param what such as {@code list}, {@code story}, {@code feedback}, {@code branch}, {@code signed_in}
     * @param about the advisor, customer or branch it is about; null if about nobody
     * @param allowed whether it was shown
     * @param time in milliseconds since 1970
     */
    record Access(String user, String what, @Nullable String about, boolean allowed, long time) {}

    /** Remembers feedback as it was given, and closes its row. */
    void give(String listId, Feedback feedback);

    Optional<Shown> list(String advisor, LocalDate day);

    /** The newest list up to a day. */
    Optional<Shown> newest(String advisor, LocalDate upTo);

    /** An advisor's lists, the newest first. */
    List<Summary> history(String advisor, int most);

    /** The lists of a branch on the newest day up to one that has any, by advisor. */
    List<Summary> branch(String branch, LocalDate upTo);

    /** Whether a customer stands or stood on a list of this advisor. */
    boolean isCustomerOf(String advisor, String customer);

    void accessed(Access access);
}
