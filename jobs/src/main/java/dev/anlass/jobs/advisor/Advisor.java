package dev.anlass.jobs.advisor;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * An advisor.
 *
 * @param language in which the list is written, such as {@code de}
 * @param capacity how many calls a day
 */
public record Advisor(String id, String name, Branch branch, String language, int capacity, List<Absence> absent)
        implements Serializable {

    /** Days on which an advisor does not work; both belong to it. */
    public record Absence(LocalDate from, LocalDate until) implements Serializable {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    public Advisor {
        absent = List.copyOf(absent);
    }

    /** One who is in no office any more: works on no day. */
    public static Advisor gone(String id) {
        Branch nowhere = new Branch("none", ZoneOffset.UTC, LocalTime.MIDNIGHT, Set.of(), Set.of(), 0, 0);
        return new Advisor(id, id, nowhere, "en", 0, List.of());
    }

    /** How many rows a list of this advisor has at most. */
    public int rows() {
        return Math.min(capacity, branch.rows());
    }

    public boolean worksOn(LocalDate day) {
        return branch.worksOn(day) && absent.stream().noneMatch(absence -> absence.covers(day));
    }

    /** The first day with a cut-off at a time or after it, whether anybody works then or not. */
    public LocalDate firstDayFrom(long time) {
        LocalDate day = Instant.ofEpochMilli(time).atZone(branch.zone()).toLocalDate();
        return branch.cutOffOn(day) < time ? day.plusDays(1) : day;
    }

    /** The last working day from one day up to another; the first if there is none. */
    public LocalDate lastWorkingDay(LocalDate from, LocalDate upTo) {
        for (LocalDate day = upTo; day.isAfter(from); day = day.minusDays(1)) {
            if (worksOn(day)) {
                return day;
            }
        }
        return from;
    }
}
