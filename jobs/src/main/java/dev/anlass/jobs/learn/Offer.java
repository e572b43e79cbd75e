package dev.anlass.jobs.learn;

import org.jspecify.annotations.Nullable;

/**
 * An action that may have gone out, and what is known of its fate: the first of each kind of notice, in whatever order they came.
 *
 * <p>What comes first decides: taken back or failed, there is no trial; a success; a rejection; or the window has passed.
 * It counts when the window has passed and not before: successes come early, failures mostly by waiting, and an action
 * that is new would look better than it is.
 *
 * @param action null as long as nothing says that it was sent
 * @param sentAt in milliseconds since 1970, like the other times; {@link #NEVER} if it has not happened
 */
public record Offer(
        @Nullable String action, @Nullable String type, long sentAt, long endedAt, long succeededAt, long rejectedAt) {

    /** Stands for what has not happened. */
    public static final long NEVER = Long.MAX_VALUE;

    public static final Offer UNKNOWN = new Offer(null, null, NEVER, NEVER, NEVER, NEVER);

    public Offer with(Notice notice) {
        long time = notice.time();
        return switch (notice.kind()) {
            case SENT ->
                time < sentAt
                        ? new Offer(notice.action(), notice.type(), time, endedAt, succeededAt, rejectedAt)
                        : this;
            case ENDED -> new Offer(action, type, sentAt, Math.min(endedAt, time), succeededAt, rejectedAt);
            case SUCCEEDED -> new Offer(action, type, sentAt, endedAt, Math.min(succeededAt, time), rejectedAt);
            case REJECTED -> new Offer(action, type, sentAt, endedAt, succeededAt, Math.min(rejectedAt, time));
        };
    }

    /** When its outcome is settled: as its window has passed, whatever it is; {@link #NEVER} if it is not known to have been sent. */
    public long settledAt(long windowMillis) {
        return action == null ? NEVER : sentAt + windowMillis;
    }

    /** Its outcome, if it is settled by a time and counts. */
    public @Nullable Trial trial(long windowMillis, long asOf) {
        long settled = settledAt(windowMillis);
        if (action == null || settled > asOf) {
            return null;
        }
        long first = Math.min(Math.min(endedAt, succeededAt), Math.min(rejectedAt, settled));
        long decisive = Math.max(first, sentAt);
        return endedAt <= decisive ? null : new Trial(action, type, sentAt, succeededAt <= decisive, settled);
    }
}
