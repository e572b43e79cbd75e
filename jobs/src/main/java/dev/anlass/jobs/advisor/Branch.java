package dev.anlass.jobs.advisor;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * A branch: when its lists are frozen, on which days, and how long they are.
 *
 * @param cutOff on the clock of the zone, each working day
 * @param rows how many rows a list has at most
 * @param productShare how many per cent of a list may be about one product; at least one row may
 */
public record Branch(
        String name,
        ZoneId zone,
        LocalTime cutOff,
        Set<DayOfWeek> days,
        Set<LocalDate> holidays,
        int rows,
        double productShare)
        implements Serializable {

    private static final double HUNDRED = 100;

    public Branch {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
    }

    public boolean worksOn(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** In milliseconds since 1970. A time that the clock skips is the one after the gap, the first of two equal ones counts. */
    public long cutOffOn(LocalDate day) {
        return day.atTime(cutOff).atZone(zone).toInstant().toEpochMilli();
    }

    /** How many rows of a list may be about one product. */
    public int rowsOfOneProduct(int listLength) {
        return Math.max(1, (int) Math.floor(listLength * productShare / HUNDRED));
    }
}
