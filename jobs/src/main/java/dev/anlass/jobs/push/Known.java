package dev.anlass.jobs.push;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is remembered of an action of which nothing more becomes, so that it is not delivered again, and can be taken back.
 *
 * @param revision the highest that was seen through
 * @param isClosed whether nothing is left to deliver of this revision
 * @param reached targets where somebody may see it
 * @param expiresAt milliseconds since 1970
 */
public record Known(
        String actionId,
        long revision,
        boolean isClosed,
        Set<String> reached,
        String trigger,
        String channel,
        String collapseKey,
        long expiresAt) {

    /** How long after its expiry an action is known. */
    public static final long AFTER_EXPIRY_MILLIS = Duration.ofDays(1).toMillis();

    public Known {
        reached = Set.copyOf(reached);
    }

    static Known of(Dispatch dispatch, Set<String> reached) {
        Message message = dispatch.message();
        Dispatch.Revoked revoked = dispatch.revoked();
        long revision = revoked == null ? message.revision() : revoked.revision();
        return new Known(
                message.actionId(),
                revision,
                true,
                reached,
                message.trigger(),
                message.channel(),
                message.collapseKey(),
                message.expiresAt());
    }

    boolean covers(long other) {
        return revision > other || (revision == other && isClosed);
    }

    Known with(Set<String> targets) {
        Set<String> more = new TreeSet<>(reached);
        more.addAll(targets);
        return new Known(actionId, revision, isClosed, more, trigger, channel, collapseKey, expiresAt);
    }

    /** It was taken back there. */
    Known without(String target) {
        Set<String> fewer = new TreeSet<>(reached);
        fewer.remove(target);
        return new Known(actionId, revision, isClosed, fewer, trigger, channel, collapseKey, expiresAt);
    }

    Known closedBy(long later) {
        return new Known(actionId, later, true, reached, trigger, channel, collapseKey, expiresAt);
    }

    boolean isForgotten(long now) {
        return expiresAt + AFTER_EXPIRY_MILLIS <= now;
    }
}
