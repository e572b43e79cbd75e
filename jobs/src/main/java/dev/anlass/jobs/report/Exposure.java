package dev.anlass.jobs.report;

/** The first time that a match of one trigger won for one customer: with the action or held out, and what came of it. */
final class Exposure {

    private long time = Long.MAX_VALUE;
    private boolean isHeldOut;
    private boolean isSuccess;

    /** A win at a time; the first counts. */
    void won(long at, boolean heldOut) {
        if (at < time) {
            time = at;
            isHeldOut = heldOut;
        }
    }

    /** The outcome happened to the customer; what brought about the decision is no outcome of it. */
    void outcome(long at, long withinMillis) {
        isSuccess |= at > time && at - time <= withinMillis;
    }

    /** Whether the time for the outcome had not passed yet. */
    boolean isOpen(long newest, long withinMillis) {
        return time + withinMillis > newest;
    }

    boolean isHeldOut() {
        return isHeldOut;
    }

    boolean isSuccess() {
        return isSuccess;
    }
}
