package dev.anlass.jobs.push.gateway;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many requests each customer has in a minute. Several threads may use it. */
final class Allowance {

    static final int MOST_PER_MINUTE = 120;

    private static final long MINUTE_MILLIS = 60_000;

    /** How many customers are remembered; beyond, those go that asked the longest time ago. */
    private static final int MOST_CUSTOMERS = 100_000;

    private final InstantSource wall;
    private final Map<String, Minute> minutes = new LinkedHashMap<>(16, 0.75f, true);

    /** How many requests came in one minute of the clock. */
    private record Minute(long minute, int requests) {}

    Allowance(InstantSource wall) {
        this.wall = wall;
    }

    /** Counts a request, and says whether it may be made. */
    synchronized boolean mayAsk(String customer) {
        long minute = wall.millis() / MINUTE_MILLIS;
        Minute before = minutes.get(customer);
        int requests = before != null && before.minute() == minute ? before.requests() : 0;
        if (requests >= MOST_PER_MINUTE) {
            return false;
        }
        minutes.put(customer, new Minute(minute, requests + 1));
        if (minutes.size() > MOST_CUSTOMERS) {
            minutes.remove(minutes.keySet().iterator().next());
        }
        return true;
    }

    /** How long to wait at most, in seconds. */
    static long waitSeconds() {
        return MINUTE_MILLIS / 1_000;
    }
}
