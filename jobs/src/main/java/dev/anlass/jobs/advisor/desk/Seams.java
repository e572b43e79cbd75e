package dev.anlass.jobs.advisor.desk;

import dev.anlass.jobs.advisor.Advisor;
import dev.anlass.jobs.advisor.ListStore;
import dev.anlass.jobs.advisor.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;

/**
 * What the desk is given to work with.
 *
 * @param isBehind whether lists are not being read at the moment, so that what is shown may be out of date
 * @param today says which day it is and when feedback was given; stands still in recorded data
 * @param wall says when somebody looked, and how long nobody did
 */
public record Seams(
        ListStore lists,
        Offices offices,
        FeedbackTaker feedback,
        Stories stories,
        BooleanSupplier isBehind,
        Clock today,
        Clock wall) {

    /** The day on the clock of an advisor's branch. */
    LocalDate todayOf(String advisor) {
        return today.instant().atZone(zoneOf(advisor)).toLocalDate();
    }

    /** The day on the clock of a branch. */
    LocalDate todayIn(String branch) {
        var known = offices.branches().get(branch);
        ZoneId zone = known == null ? ZoneOffset.UTC : known.zone();
        return today.instant().atZone(zone).toLocalDate();
    }

    /** What an advisor is called; the id of one who left. */
    String nameOf(String advisor) {
        Advisor known = offices.advisor(advisor);
        return known == null ? advisor : known.name();
    }

    private ZoneId zoneOf(String advisor) {
        Advisor known = offices.advisor(advisor);
        return known == null ? ZoneOffset.UTC : known.branch().zone();
    }
}
