package dev.anlass.jobs.advisor;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An advisor.
 *
 * @param language in which the list is written, such as {@code de}
 * @param capacity how many calls a day
 */
public record Advisor(String id, String name, Branch branch, String language, int capacity, List<Absence> absent)
        implements Serializable {

    /** No calendar has as many days off in a row. */
    private static final int MOST_DAYS_OFF = 3_700;

    /** Days on which an advisor does not work; both belong to it. */
    public record Absence(LocalDate from, LocalDate until) implements Serializable {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    public Advisor {
        absent = List.copyOf(absent);
    }

    /** How many rows a list of this advisor has at most. */
    public int rows() {
        return Math.min(capacity, branch.rows());
    }

    public boolean worksOn(LocalDate day) {
        return branch.worksOn(day) && absent.stream().noneMatch(absence -> absence.covers(day));
    }

    /** The first day with a cut-off at a time or after it; days far away if there is none. */
    public LocalDate firstDayFrom(long time) {
        LocalDate first = Instant.ofEpochMilli(time).atZone(branch.zone()).toLocalDate();
        LocalDate day = branch.cutOffOn(first) < time ? first.plusDays(1) : first;
        LocalDate last = day.plusDays(MOST_DAYS_OFF);
        while (!worksOn(day) && day.isBefore(last)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
