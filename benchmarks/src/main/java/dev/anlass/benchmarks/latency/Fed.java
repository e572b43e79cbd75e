package dev.anlass.benchmarks.latency;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** When each event of a span was due by the schedule, and when the broker appended it, in milliseconds since 1970. */
final class Fed {

    private static final double MILLIS_PER_SECOND = 1_000;

    private final long first;
    private final int events;
    private final double perSecond;
    private final double startMillis;
    private final AtomicLongArray appended;
    private final AtomicInteger answers = new AtomicInteger();

    /**
     * @param first number of the first event
     * @param events how many there are
     * @param startMillis when the first one is due
     */
    Fed(long first, int events, double perSecond, double startMillis) {
        this.first = first;
        this.events = events;
        this.perSecond = perSecond;
        this.startMillis = startMillis;
        this.appended = new AtomicLongArray(events);
    }

    int events() {
        return events;
    }

    /** Since the first one, by the schedule. */
    double dueSeconds(long number) {
        return (number - first) / perSecond;
    }

    double dueMillis(long number) {
        return startMillis + dueSeconds(number) * MILLIS_PER_SECOND;
    }

    boolean contains(long number) {
        return number >= first && number < first + events;
    }

    void appended(long number, long millis) {
        appended.set((int) (number - first), millis);
        answers.incrementAndGet();
    }

    long appendedMillis(long number) {
        return appended.get((int) (number - first));
    }

    boolean allAppended() {
        return answers.get() == events;
    }
}
