package dev.anlass.jobs.learn;

import org.jspecify.annotations.Nullable;

/**
 * What one record says about one action.
 *
 * @param time in milliseconds since 1970
 * @param action the action's name; only where it was sent
 * @param type the customer's type in the segment; only where it was sent, and null without one
 */
public record Notice(
        String actionId,
        Kind kind,
        long time,
        @Nullable String action,
        @Nullable String type) {

    /** What happened to the action; of several at one time, the first here counts. */
    public enum Kind {
        SENT,
        ENDED,
        SUCCEEDED,
        REJECTED
    }

    private static final String FAILED = "action.failed";
    private static final String REJECTED_BY_CUSTOMER = "action.rejected";

    /** Null if the record says nothing that is learned from. */
    public static @Nullable Notice of(LogRecord record, LearningSettings settings) {
        if (record instanceof LogRecord.Decided decided) {
            return of(decided, settings.segment());
        }
        return record instanceof LogRecord.Happened happened ? of(happened, settings) : null;
    }

    private static @Nullable Notice of(LogRecord.Decided decided, @Nullable String segment) {
        if (decided.isEmitted() && decided.action() != null) {
            String type = segment == null ? null : decided.segments().get(segment);
            return new Notice(decided.id(), Kind.SENT, decided.decidedAt(), decided.action(), type);
        }
        return decided.isTakenBack() ? new Notice(decided.id(), Kind.ENDED, decided.decidedAt(), null, null) : null;
    }

    private static @Nullable Notice of(LogRecord.Happened happened, LearningSettings settings) {
        String id = happened.actionId();
        if (id == null) {
            return null;
        }
        if (settings.successes().contains(happened.type())) {
            return new Notice(id, Kind.SUCCEEDED, happened.time(), null, null);
        }
        return switch (happened.type()) {
            case FAILED -> new Notice(id, Kind.ENDED, happened.time(), null, null);
            case REJECTED_BY_CUSTOMER -> new Notice(id, Kind.REJECTED, happened.time(), null, null);
            default -> null;
        };
    }
}
