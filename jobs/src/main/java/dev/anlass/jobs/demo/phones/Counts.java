package dev.anlass.jobs.demo.phones;

/**
 * How the requests to a provider ended.
 *
 * @param accepted and answered
 * @param refused for what they said: no message, a wrong signature, a device that is gone
 * @param failed by a fault or an outage that was answered
 * @param silentBefore not accepted and not answered
 * @param silentAfter accepted and not answered
 */
public record Counts(long requests, long accepted, long refused, long failed, long silentBefore, long silentAfter) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    /** Messages that the device has, whether the sender knows or not. */
    public long delivered() {
        return accepted + silentAfter;
    }

    Counts oneRequest() {
        return new Counts(requests + 1, accepted, refused, failed, silentBefore, silentAfter);
    }

    Counts oneAccepted(boolean answered) {
        return answered
                ? new Counts(requests, accepted + 1, refused, failed, silentBefore, silentAfter)
                : new Counts(requests, accepted, refused, failed, silentBefore, silentAfter + 1);
    }

    Counts oneRefused() {
        return new Counts(requests, accepted, refused + 1, failed, silentBefore, silentAfter);
    }

    Counts oneFailed() {
        return new Counts(requests, accepted, refused, failed + 1, silentBefore, silentAfter);
    }

    Counts oneSilentBefore() {
        return new Counts(requests, accepted, refused, failed, silentBefore + 1, silentAfter);
    }
}
