package dev.anlass.jobs.learn;

/**
 * How far logs have come: the time of the newest decision, or of an event that is ahead of it by no more than the time for
 * an outcome. What is further ahead has no decision to follow, or a clock that is wrong.
 */
public final class LogTime {

    private final long aheadMillis;
    private long decided = Long.MIN_VALUE;
    private long newest = Long.MIN_VALUE;

    /** @param aheadMillis how far events may be ahead of the newest decision */
    public LogTime(long aheadMillis) {
        this.aheadMillis = aheadMillis;
    }

    /** Takes a record; all decisions come before the events. */
    public void take(LogRecord record) {
        if (record instanceof LogRecord.Decided decision) {
            decided = Math.max(decided, decision.decidedAt());
            newest = decided;
        } else if (record instanceof LogRecord.Happened happened && happened.time() <= decided + aheadMillis) {
            newest = Math.max(newest, happened.time());
        }
    }

    /** In milliseconds since 1970; {@code Long.MIN_VALUE} if there is no decision. */
    public long newest() {
        return newest;
    }
}
