package dev.anlass.jobs.push;

import dev.anlass.jobs.push.Parcel.Purpose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A message with all its deliveries, until nothing more becomes of it. */
public final class Dispatch {

    private final Message message;
    private final Purpose purpose;
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    private final Set<String> reachedBefore = new TreeSet<>();
    private @Nullable Revoked revoked;

    /**
     * Why it is not to be seen any more.
     *
     * @param revision higher than that of the message
     */
    public record Revoked(long revision, String reason) {}

    /** @param revoked null if it was not */
    public Dispatch(Message message, Purpose purpose, List<Delivery> deliveries, @Nullable Revoked revoked) {
        this.message = message;
        this.purpose = purpose;
        this.revoked = revoked;
        deliveries.forEach(this::put);
    }

    public Message message() {
        return message;
    }

    public Purpose purpose() {
        return purpose;
    }

    public @Nullable Revoked revoked() {
        return revoked;
    }

    public Collection<Delivery> deliveries() {
        return deliveries.values();
    }

    /** Targets to which there is no delivery, of which the events say that it reached them. */
    public Set<String> reachedBefore() {
        return reachedBefore;
    }

    /** The events say that it reached a target. */
    public void hasReached(String target) {
        Delivery delivery = deliveries.get(target);
        if (delivery == null) {
            reachedBefore.add(target);
        } else {
            put(delivery.delivered());
        }
    }

    boolean shows() {
        return purpose == Purpose.SHOW;
    }

    boolean isRevoked() {
        return revoked != null;
    }

    @Nullable
    Delivery to(String target) {
        return deliveries.get(target);
    }

    void put(Delivery delivery) {
        deliveries.put(delivery.target(), delivery);
    }

    void revoke(long revision, String reason) {
        revoked = new Revoked(revision, reason);
        cancel(reason);
    }

    /** Nothing goes out any more; what is under way is waited for. */
    void cancel(String reason) {
        replace(delivery -> delivery.state() == Delivery.State.WAITING, reason);
    }

    /** The same, and nobody waits for an app to open. */
    void end(String reason) {
        replace(
                delivery -> delivery.state() == Delivery.State.WAITING || delivery.state() == Delivery.State.POSTED,
                reason);
    }

    void cancel(String target, String reason) {
        replace(delivery -> delivery.target().equals(target) && delivery.state() == Delivery.State.WAITING, reason);
    }

    /** What is waiting for what cannot take it any more has failed; whether there was such. */
    boolean cancelUnless(Predicate<Delivery> canTake, String reason) {
        Predicate<Delivery> isLost = delivery -> delivery.state() == Delivery.State.WAITING && !canTake.test(delivery);
        boolean isAnyLost = deliveries.values().stream().anyMatch(isLost);
        replace(isLost, reason);
        return isAnyLost;
    }

    /** It goes nowhere before what is under way there of an earlier revision was answered. */
    void waitFor(Dispatch earlier) {
        for (Delivery delivery : List.copyOf(deliveries.values())) {
            Delivery ahead = earlier.to(delivery.target());
            if (ahead != null
                    && (ahead.state() == Delivery.State.UNDER_WAY || ahead.waitsForAnAnswer())
                    && delivery.state() == Delivery.State.WAITING) {
                put(delivery.waiting(Due.NEVER, false));
            }
        }
    }

    /** The earlier revision was answered there. */
    void waitNoMore(String target, long wall) {
        Delivery delivery = deliveries.get(target);
        if (delivery != null && delivery.waitsForAnAnswer()) {
            put(delivery.waiting(wall, false));
        }
    }

    private void replace(Predicate<Delivery> which, String reason) {
        for (Delivery delivery : List.copyOf(deliveries.values())) {
            if (which.test(delivery)) {
                put(delivery.failed(reason));
            }
        }
    }

    /** Where it goes; not to where it was already, and nowhere if it was revoked. */
    void route(List<Delivery> wanted) {
        for (Delivery delivery : wanted) {
            if (!reachedBefore.contains(delivery.target())) {
                put(revoked == null ? delivery : delivery.failed(revoked.reason()));
            }
        }
    }

    /** Nobody will answer what was under way when the job ended. */
    void goOn() {
        for (Delivery delivery : List.copyOf(deliveries.values())) {
            if (delivery.state() == Delivery.State.UNDER_WAY) {
                Delivery waiting = delivery.waiting(Long.MIN_VALUE, true);
                put(revoked == null ? waiting : waiting.failed(revoked.reason()));
            } else if (delivery.waitsForAnAnswer()) {
                put(delivery.waiting(Long.MIN_VALUE, false));
            }
        }
    }

    boolean hasArrived() {
        return !reachedBefore.isEmpty()
                || deliveries.values().stream().anyMatch(delivery -> delivery.state() == Delivery.State.DELIVERED);
    }

    /** Whether nothing more can become of it before it expires. */
    boolean isOver() {
        boolean isMoving = deliveries.values().stream().anyMatch(Delivery::isMoving);
        boolean isAwaited = deliveries.values().stream().anyMatch(delivery -> !delivery.isOver());
        return !isMoving && (!isAwaited || hasArrived() || isRevoked());
    }

    /** The targets where somebody may see it, or may before long. */
    Set<String> mayReach() {
        Set<String> reached = new TreeSet<>(reachedBefore);
        deliveries.values().stream()
                .filter(delivery -> delivery.isThere() || delivery.state() == Delivery.State.UNDER_WAY)
                .forEach(delivery -> reached.add(delivery.target()));
        return reached;
    }

    /** Why it reached nobody: it was revoked, or the reason of its first device, or that there is none. */
    String failure() {
        if (revoked != null) {
            return revoked.reason();
        }
        List<Delivery> counted = new ArrayList<>(deliveries.values());
        counted.removeIf(delivery -> delivery.provider() == Provider.IN_APP);
        for (Delivery delivery : counted) {
            if (delivery.reason() != null) {
                return delivery.reason();
            }
        }
        return Reason.NO_DEVICE;
    }
}
