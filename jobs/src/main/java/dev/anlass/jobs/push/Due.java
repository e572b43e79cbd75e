package dev.anlass.jobs.push;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A delivery whose turn it is. To one target one goes after the other; to several at once. */
public record Due(Dispatch dispatch, Delivery delivery) {

    /** Nothing waits for its time. */
    public static final long NEVER = Long.MAX_VALUE;

    public Provider provider() {
        return delivery.provider();
    }

    /** What may be handed over, in order. */
    public static List<Due> of(Recipient recipient, LastCheck check, long wall) {
        List<Due> due = new ArrayList<>();
        for (Due next : next(recipient, check)) {
            if (next.delivery.dueAt() <= wall) {
                due.add(next);
            }
        }
        return due;
    }

    /** When the next one may be handed over that may not yet; {@link #NEVER} if none waits for that. */
    public static long after(Recipient recipient, LastCheck check, long wall) {
        long first = NEVER;
        for (Due next : next(recipient, check)) {
            if (next.delivery.dueAt() > wall) {
                first = Math.min(first, next.delivery.dueAt());
            }
        }
        return first;
    }

    private static Set<String> underWay(Recipient recipient) {
        Set<String> targets = new HashSet<>();
        for (Dispatch dispatch : recipient.open()) {
            for (Delivery delivery : dispatch.deliveries()) {
                if (delivery.state() == Delivery.State.UNDER_WAY) {
                    targets.add(delivery.target());
                }
            }
        }
        return targets;
    }

    /** Of each target the first that waits, unless one is under way there. */
    private static List<Due> next(Recipient recipient, LastCheck check) {
        List<Due> next = new ArrayList<>();
        Set<String> taken = underWay(recipient);
        for (Dispatch dispatch : recipient.open()) {
            boolean isHeld = dispatch.shows() && check.isStopped(dispatch.message());
            for (Delivery delivery : dispatch.deliveries()) {
                boolean isWaiting = delivery.state() == Delivery.State.WAITING;
                if (isWaiting && !isHeld && taken.add(delivery.target())) {
                    next.add(new Due(dispatch, delivery));
                }
            }
        }
        return next;
    }
}
