package dev.anlass.engine.decide;

import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.decide.Verdict.Standing;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.match.Match;
import dev.anlass.engine.match.Timetable;
import dev.anlass.engine.rule.ActionTemplate;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Purpose;
import dev.anlass.engine.rule.Trigger;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes decisions back: vanished, overtaken, no longer permitted, or refused by corrected facts. Never the other way. */
public final class Corrections {

    private final Timetable timetable;
    private final Verdicts verdicts;
    private final long clock;
    private final Gates gates;
    private final Records records;
    private final DecisionListener listener;

    Corrections(
            Timetable timetable,
            Verdicts verdicts,
            long clock,
            Gates gates,
            Records records,
            DecisionListener listener) {
        this.timetable = timetable;
        this.verdicts = verdicts;
        this.clock = clock;
        this.gates = gates;
        this.records = records;
        this.listener = listener;
    }

    /** The match does not belong to the sorted inputs. */
    public void vanish(String matchId) {
        Verdict verdict = verdicts.get(matchId);
        if (verdict == null || verdict.standing() == Standing.VANISHED) {
            return;
        }
        if (verdict.standing() == Standing.HELD) {
            verdicts.put(verdict.gone());
            listener.vanishedUndecided(verdict.match().trigger());
            return;
        }
        Verdict vanished = verdict.next(Standing.VANISHED, moment(verdict));
        verdicts.put(vanished);
        if (verdict.standing() == Standing.EMITTED) {
            listener.revoke(records.revocation(vanished, "vanished"));
        }
        listener.record(records.correction(vanished, Outcome.VANISHED, null, null));
    }

    /** An event that an until clause names lies after the match. */
    public void overtake(String matchId) {
        Verdict verdict = verdicts.get(matchId);
        if (verdict != null && verdict.isOpen(clock)) {
            takeBack(verdict, "overtaken", null);
        }
    }

    /** Whatever is out or held is tested against consent records. */
    public void testPermission(Consents inForce) {
        for (Verdict verdict : verdicts.all()) {
            if (verdict.isOpen(clock)) {
                Permission permission = permission(verdict, inForce);
                if (!permission.isGranted()) {
                    takeBack(verdict, Objects.requireNonNull(permission.denial()), permission);
                }
            }
        }
    }

    /** Gates 2 to 4 with corrected facts. */
    public void retest(Match corrected) {
        Verdict verdict = verdicts.get(corrected.id());
        if (verdict == null || !verdict.isOpen(clock)) {
            return;
        }
        if (verdict.standing() == Standing.HELD) {
            verdicts.put(verdict.on(corrected));
            return;
        }
        Verdict updated = verdict.under(corrected.circumstances());
        verdicts.put(updated);
        test(updated);
    }

    /** Gates 2 to 4 after a customer event that came when its place was settled, for what lies after that place. */
    public void retestAfter(Event updated) {
        for (Verdict verdict : verdicts.all()) {
            if (verdict.isOpen(clock) && updated.key().isBefore(verdict.match().place())) {
                var before = verdict.match().circumstances();
                var attributes = before.attributes().with(updated);
                if (attributes != before.attributes()) {
                    Verdict corrected = verdict.under(before.withAttributes(attributes));
                    verdicts.put(corrected);
                    if (corrected.standing() == Standing.EMITTED) {
                        test(corrected);
                    }
                }
            }
        }
    }

    /** Everything that is out is taken back, because the customer is erased. */
    public void erase() {
        for (Verdict verdict : verdicts.all()) {
            if (verdict.isOpen(clock)) {
                takeBack(verdict, "erased", null);
            }
        }
    }

    private void test(Verdict verdict) {
        Bundle bundle = bundleOf(verdict);
        Trigger trigger = bundle.triggers().get(verdict.match().trigger());
        if (trigger == null) {
            return;
        }
        ActionTemplate meant = Candidate.meant(timetable, verdict.match(), trigger);
        boolean late = verdict.decidedAt() != verdict.match().instant();
        Moment when = new Moment(
                verdict.decidedAt(), late, verdict.match().circumstances().attributes());
        Candidate candidate = Candidate.of(verdict.match(), bundle, trigger, meant, when, timetable.scores());
        Permission permission = gates.permission(candidate);
        @Nullable String reason = permission.isGranted() ? gates.facts(candidate) : permission.denial();
        if (reason != null) {
            takeBack(verdict, reason, permission);
        }
    }

    private void takeBack(Verdict verdict, String reason, @Nullable Permission permission) {
        boolean held = verdict.standing() == Standing.HELD;
        Verdict after = verdict.next(held ? Standing.REFUSED : Standing.REVOKED, moment(verdict));
        verdicts.put(after);
        if (!held) {
            listener.revoke(records.revocation(after, reason));
        }
        listener.record(records.correction(after, held ? Outcome.REFUSED : Outcome.REVOKED, reason, permission));
    }

    private Permission permission(Verdict verdict, Consents inForce) {
        Bundle bundle = bundleOf(verdict);
        Trigger trigger = bundle.triggers().get(verdict.match().trigger());
        String name = trigger == null ? verdict.purpose() : trigger.purpose();
        Purpose purpose = bundle.purposes().get(name);
        if (purpose == null) {
            return new Permission(Permission.NO_CONSENT, inForce.newest().get(name));
        }
        String channel = trigger == null ? verdict.channel() : trigger.channel();
        Set<String> categories = trigger == null ? Set.of() : trigger.categories();
        return inForce.permission(purpose, categories, channel, clock);
    }

    /** What is out needs what it needed when it was decided; what is held needs what the gates ask for now. */
    private Bundle bundleOf(Verdict verdict) {
        if (verdict.standing() == Standing.HELD) {
            return timetable.at(clock).bundle();
        }
        return timetable
                .numbered(verdict.bundle())
                .orElseGet(() -> timetable.at(verdict.decidedAt()))
                .bundle();
    }

    private long moment(Verdict verdict) {
        return Math.max(clock, verdict.match().instant());
    }
}
