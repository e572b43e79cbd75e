package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.ListStore.Shown;
import dev.anlass.jobs.advisor.ListStore.ShownRow;
import dev.anlass.jobs.advisor.Row;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An advisor's list of a day.
 *
 * @param advisorName what the advisor is called
 * @param state what may be done with it
 * @param days the lists before and after it
 * @param notice null if there is nothing to be said
 */
public record ListPage(
        Frame frame,
        Shown shown,
        String advisorName,
        State state,
        Neighbours days,
        @Nullable Notice notice) {

    /**
     * What may be done with a list.
     *
     * @param isOwn whether it is the visitor's own
     * @param isNewest whether no newer one took its rows over
     * @param today on the clock of the branch
     */
    public record State(boolean isOwn, boolean isNewest, LocalDate today) {

        boolean mayAnswer() {
            return isOwn && isNewest;
        }
    }

    /** The days with lists around a day; null where there is none. */
    public record Neighbours(
            @Nullable LocalDate earlier, @Nullable LocalDate later) {}

    public AdvisorList list() {
        return shown.list();
    }

    public List<ShownRow> open() {
        return shown.rows().stream().filter(row -> row.closed() == null).toList();
    }

    public List<ShownRow> closed() {
        return shown.rows().stream().filter(row -> row.closed() != null).toList();
    }

    public boolean mayAnswer() {
        return state.mayAnswer();
    }

    public boolean isToday() {
        return list().day().equals(state.today());
    }

    /** The first day for which a call can be put off. */
    public LocalDate earliest() {
        LocalDate later = list().day().isAfter(state.today()) ? list().day() : state.today();
        return later.plusDays(1);
    }

    /** Whether there is a day for which the call of a row can be put off. */
    public boolean mayWait(Row row) {
        return !earliest().isAfter(row.due());
    }

    /** Whether the last day for a call is here. */
    public boolean isUrgent(Row row) {
        return !row.due().isAfter(state.today());
    }

    public String rowAddress(Row row) {
        return Addresses.row(list().advisor(), list().day(), row.actionId());
    }

    public String storyAddress(Row row) {
        return Addresses.story(list().advisor(), list().day(), row.actionId());
    }

    public String dayAddress(LocalDate day) {
        return Addresses.list(list().advisor(), day);
    }
}
