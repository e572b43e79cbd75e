package dev.anlass.jobs.advisor.desk.signin;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts how often a name was tried, so that nobody can guess for long. */
public final class Attempts {

    /** How many tries a name has within {@link #WINDOW_MILLIS}. */
    public static final int MOST_PER_MINUTE = 5;

    static final long WINDOW_MILLIS = 60_000;

    /** How many names are remembered; beyond, those go that were tried longest ago. */
    private static final int MOST_NAMES = 10_000;

    private final Clock wall;
    private final Map<String, Deque<Long>> tries = new LinkedHashMap<>(16, 0.75f, true);

    public Attempts(Clock wall) {
        this.wall = wall;
    }

    /** Counts a try, and says whether it may be made. */
    public synchronized boolean mayTry(String name) {
        long now = wall.millis();
        Deque<Long> times = tries.computeIfAbsent(name, unknown -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peekFirst() <= now - WINDOW_MILLIS) {
            times.removeFirst();
        }
        if (tries.size() > MOST_NAMES) {
            tries.remove(tries.keySet().iterator().next());
        }
        if (times.size() >= MOST_PER_MINUTE) {
            return false;
        }
        times.addLast(now);
        return true;
    }

    /** Somebody came in: what was tried before does not count against them. */
    public synchronized void succeeded(String name) {
        tries.remove(name);
    }
}
