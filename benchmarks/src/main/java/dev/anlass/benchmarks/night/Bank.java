package dev.anlass.benchmarks.night;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How large a bank is.
 *
 * @param schedules how many triggers look at every customer in the night
 */
record Bank(long seed, int customers, int advisors, int schedules) implements Serializable {

    static final int BRANCHES = 50;
    static final int ROWS = 15;

    /** Who lives where and does what: two attributes with as many values each. */
    static final int KINDS = 100;

    /** What came in is spread evenly over as many equal bands. */
    static final int BANDS = 10;

    static final double BAND_WIDTH = 1_000;

    /** Products of which a schedule proposes one. */
    static final int PRODUCTS = 20;

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("customers", customers);
        facts.put("advisors", advisors);
        facts.put("schedules", schedules);
        return facts;
    }
}
