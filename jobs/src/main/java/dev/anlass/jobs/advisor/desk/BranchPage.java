package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.ListStore.Summary;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a branch on a day.
 *
 * @param day the newest with lists, up to the one asked for
 */
public record BranchPage(Frame frame, String branch, LocalDate day, List<Desk> desks) {

    /**
     * One advisor.
     *
     * @param list null without one on this day
     */
    public record Desk(
            String advisor, String name, @Nullable Summary list) {}

    public BranchPage {
        desks = List.copyOf(desks);
    }

    public int rows() {
        return desks.stream()
                .mapToInt(desk -> desk.list() == null ? 0 : desk.list().rows())
                .sum();
    }

    public int open() {
        return desks.stream()
                .mapToInt(desk -> desk.list() == null ? 0 : desk.list().open())
                .sum();
    }
}
