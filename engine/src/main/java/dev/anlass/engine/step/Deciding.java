package dev.anlass.engine.step;

import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.decide.Braking;
import dev.anlass.engine.decide.ContactHistory;
import dev.anlass.engine.decide.Corrections;
import dev.anlass.engine.decide.Decider;
import dev.anlass.engine.decide.Verdict;
import dev.anlass.engine.decide.Verdicts;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventType;
import dev.anlass.engine.event.OrderKey;
import dev.anlass.engine.match.Match;
import dev.anlass.engine.match.Remembered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a folding found, in the order of time; after a correction, compares it with what was decided before. */
final class Deciding {

    private final Folding folding;
    private final Collector collector;
    private final List<Verdict> verdictsBefore;
    private final Verdicts verdicts;
    private final Decider decider;
    private final Effects effects;
    private long clock;

    Deciding(
            Program program,
            String customer,
            Folding folding,
            List<Verdict> verdictsBefore,
            ContactHistory contacts,
            long clock,
            Braking brakes,
            Effects effects) {
        this.folding = folding;
        this.collector = folding.collector();
        this.verdictsBefore = verdictsBefore;
        this.verdicts = new Verdicts(verdictsBefore);
        this.clock = clock;
        this.effects = effects;
        Consents newest = folding.trail().head().consents();
        this.decider = new Decider(
                program.timetable(),
                customer,
                newest,
                verdicts,
                contacts,
                folding.trail()::attributesAt,
                brakes,
                effects);
    }

    static long nextRelease(List<Verdict> verdicts) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < verdicts.size(); i++) {
            next = Math.min(next, verdicts.get(i).wakeAt());
        }
        return next;
    }

    /**
     * Whether a folding leaves everything that was decided as it is, and finds nothing to decide.
     *
     * @param cause the event that arrived; null if only time passed
     */
    static boolean hasNothing(Folding folding, @Nullable Remembered cause, List<Verdict> verdicts) {
        return !folding.corrects()
                && folding.collector().found().isEmpty()
                && nextRelease(verdicts) > releasedThrough(folding, cause)
                && (cause == null || !EventType.isAboutCustomer(cause.event().type()));
    }

    /** Until when held candidates are released once an event in order, if there is one, has been applied. */
    private static long releasedThrough(Folding folding, @Nullable Remembered cause) {
        long beforeCause = cause == null || folding.corrects()
                ? Long.MIN_VALUE
                : cause.place().time() - 1;
        return Math.max(beforeCause, folding.passed());
    }

    /** @param cause the event that arrived; null if only time passed */
    void decide(@Nullable Remembered cause) {
        boolean corrects = folding.corrects();
        Set<String> overtaken = corrects ? collector.allOvertaken() : Set.of();
        if (corrects && cause != null) {
            effects.decidesAt(cause.place());
            compare(cause);
        } else {
            effects.count(collector.countedHere());
        }
        OrderKey frontier = folding.trailBefore().frontier();
        for (Collector.Found found : collector.found()) {
            boolean isLate = corrects && !frontier.isBefore(found.place());
            if (!isLate) {
                releaseThrough(found.place().time() - 1);
            }
            effects.decidesAt(isLate && cause != null ? cause.place() : found.place());
            correct(found, isLate);
            if (isLate) {
                decider.decideLate(found.matches(), clock, overtaken);
            } else {
                decideInOrder(found);
            }
        }
        releaseThrough(releasedThrough(folding, cause));
        afterwards(cause);
    }

    /** What an event or an expiry at this place takes back; an action is out or not as of that moment. */
    private void correct(Collector.Found found, boolean isLate) {
        boolean asOfNow = isLate || found.place().rank() == OrderKey.RANK_NOW;
        Corrections corrections =
                decider.corrections(asOfNow ? clock : found.place().time());
        found.overtaken().forEach(corrections::overtake);
        if (found.expired() != null) {
            corrections.testPermission(found.expired());
        }
    }

    private void decideInOrder(Collector.Found found) {
        boolean due = found.place().rank() == OrderKey.RANK_DUE;
        if (due && verdicts.nextRelease() <= found.place().time()) {
            clock = Math.max(clock, found.place().time());
        }
        decider.decide(found.matches(), due ? found.place().time() : Long.MIN_VALUE, found.overtaken());
    }

    /** Held candidates whose time has come, instant by instant. */
    private void releaseThrough(long instant) {
        for (long next = verdicts.nextRelease(); next <= instant; next = verdicts.nextRelease()) {
            clock = Math.max(clock, next);
            if (effects.isAttentive()) {
                effects.decidesAt(OrderKey.due(next));
            }
            decider.decide(List.of(), next, Set.of());
        }
    }

    /** What was decided and is not found again has vanished; what is found again is tested with the corrected facts. */
    private void compare(Remembered cause) {
        Map<String, Match> foundNow = new HashMap<>();
        collector.found().forEach(found -> found.matches().forEach(match -> foundNow.put(match.id(), match)));
        Corrections corrections = decider.corrections(clock);
        List<Match> again = new ArrayList<>();
        for (Verdict verdict : verdicts.all()) {
            if (folding.refoldedAfter().isBefore(verdict.match().place())) {
                Match match = foundNow.get(verdict.id());
                if (match == null) {
                    corrections.vanish(verdict.id());
                } else if (cause.place().isBefore(match.place())) {
                    again.add(match);
                }
            }
        }
        again.forEach(corrections::retest);
    }

    private void afterwards(@Nullable Remembered cause) {
        Corrections corrections = decider.corrections(clock);
        if (cause == null) {
            return;
        }
        effects.decidesAt(cause.place());
        if (cause.event().type().equals(EventType.CUSTOMER_UPDATED) && isSettled(cause)) {
            corrections.retestAfter(cause.event());
        }
        if (cause.event().type().equals(EventType.CONSENT_CHANGED)) {
            corrections.testPermission(folding.trail().head().consents());
        }
    }

    private static boolean isSettled(Remembered cause) {
        Event event = cause.event();
        return cause.place() != event.key();
    }

    void erase() {
        decider.corrections(clock).erase();
    }

    long clock() {
        return clock;
    }

    ContactHistory contacts() {
        return decider.contacts();
    }

    /** The very list that was given if nothing changed. */
    List<Verdict> verdicts() {
        List<Verdict> after = verdicts.all();
        return after.equals(verdictsBefore) ? verdictsBefore : after;
    }
}
