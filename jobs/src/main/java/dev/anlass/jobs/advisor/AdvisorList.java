package dev.anlass.jobs.advisor;

import dev.anlass.engine.customer.StableHash;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Whom an advisor is to call on a day, as it was frozen: it never changes; what becomes of its rows is said apart.
 *
 * @param id a hash of the advisor and the day
 * @param language in which names, reasons and next steps are written
 * @param cutOff what happened up to here counts; in milliseconds since 1970
 * @param rows by rank
 */
public record AdvisorList(
        String id,
        String advisor,
        String branch,
        LocalDate day,
        ZoneId zone,
        String language,
        long cutOff,
        List<Row> rows,
        LeftOut leftOut) {

    private static final String ID_PREFIX = "l-";

    /**
     * How many proposals would have had a row otherwise.
     *
     * @param capacity beyond what one advisor can do in a day
     * @param productShare beyond the share of their product
     * @param sameCustomer of customers who have a row already
     */
    public record LeftOut(int capacity, int productShare, int sameCustomer) {

        public static final LeftOut NONE = new LeftOut(0, 0, 0);
    }

    public AdvisorList {
        rows = List.copyOf(rows);
    }

    /** The same for the same advisor and day, whenever and wherever the list is made. */
    public static String id(String advisor, LocalDate day) {
        return ID_PREFIX + StableHash.id(advisor, day.toString());
    }
}
