package dev.anlass.engine.decide;

import dev.anlass.engine.decide.Verdict.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The verdicts of one customer that can still change, while a step works on them. */
public final class Verdicts {

    /** How many held candidates and unexpired actions are followed per customer; the oldest give way. */
    public static final int MAX_OPEN = 128;

    private final Map<String, Verdict> byId = new LinkedHashMap<>();

    public Verdicts(List<Verdict> verdicts) {
        verdicts.forEach(this::put);
    }

    public List<Verdict> all() {
        return List.copyOf(byId.values());
    }

    public @Nullable Verdict get(String id) {
        return byId.get(id);
    }

    public void put(Verdict verdict) {
        byId.put(verdict.id(), verdict);
    }

    /** Held candidates that are to be looked at again by an instant. */
    List<Verdict> heldUntil(long instant) {
        return byId.values().stream()
                .filter(verdict -> verdict.standing() == Standing.HELD && verdict.wakeAt() <= instant)
                .toList();
    }

    /** When the next held candidate is to be looked at again; {@code Long.MAX_VALUE} if none is held. */
    public long nextRelease() {
        long next = Long.MAX_VALUE;
        for (Verdict verdict : byId.values()) {
            next = Math.min(next, verdict.wakeAt());
        }
        return next;
    }

    /** When the open collection window of a channel closes. */
    OptionalLong collectingUntil(String channel) {
        return byId.values().stream()
                .filter(verdict -> verdict.standing() == Standing.HELD
                        && verdict.collected()
                        && verdict.channel().equals(channel))
                .mapToLong(Verdict::releaseAt)
                .max();
    }

    /** Forgets the oldest open verdict if there are too many. */
    Optional<Verdict> limit() {
        List<Verdict> open = new ArrayList<>(byId.values());
        open.removeIf(verdict -> verdict.standing() != Standing.HELD && verdict.standing() != Standing.EMITTED);
        if (open.size() <= MAX_OPEN) {
            return Optional.empty();
        }
        Optional<Verdict> oldest = open.stream()
                .min(Comparator.<Verdict>comparingLong(
                                verdict -> verdict.match().instant())
                        .thenComparing(Verdict::id));
        oldest.ifPresent(verdict -> byId.remove(verdict.id()));
        return oldest;
    }

    /**
     * Without those that can no longer be corrected: settled before a time, and not open at the clock; this very list if
     * all can.
     */
    public static List<Verdict> kept(List<Verdict> verdicts, long settledBefore, long clock) {
        for (int i = 0; i < verdicts.size(); i++) {
            if (isSettled(verdicts.get(i), settledBefore, clock)) {
                return verdicts.stream()
                        .filter(kept -> !isSettled(kept, settledBefore, clock))
                        .toList();
            }
        }
        return verdicts;
    }

    private static boolean isSettled(Verdict verdict, long settledBefore, long clock) {
        return verdict.match().place().time() < settledBefore && !verdict.isOpen(clock);
    }
}
