package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Channel;
import dev.anlass.engine.rule.Clause;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rule.Trigger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/** Decides the matches of a stream in order, gate by gate. */
final class Judge {

    private static final Comparator<Contender> ORDER = Comparator.comparingDouble(Contender::score)
            .reversed()
            .thenComparing(contender -> contender.moment().trigger())
            .thenComparingLong(contender -> contender.moment().instant());

    /** A candidate that waits, and until when. */
    private record Held(Contender contender, long release, boolean isCollected) {}

    private final LongFunction<Knowledge> arrived;
    private final Contacts contacts = new Contacts();
    private final Map<Contender, Long> emitted = new HashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final Set<Moment> overdue = new HashSet<>();
    private final Set<Moment> overtaken = new HashSet<>();
    private final List<Held> held = new ArrayList<>();
    private final Gates gates;
    private final Scores scores;
    private Bundle bundle;
    private Stops stops = Stops.NONE;

    /** @param arrived what was known when what is due at an instant is carried out */
    Judge(Bundle bundle, Scores scores, Settings settings, String customer, LongFunction<Knowledge> arrived) {
        this.bundle = bundle;
        this.scores = scores;
        this.gates = new Gates(settings, customer, contacts);
        this.arrived = arrived;
    }

    /** Another bundle decides from now on. */
    void change(Bundle next) {
        bundle = next;
    }

    /** What was known when the event that is applied next arrived. */
    void known(Knowledge known) {
        contacts.failed(known.failed());
        stops = known.stops();
    }

    List<Told> told() {
        return told;
    }

    long nextRelease() {
        return held.stream()
                .mapToLong(each -> Math.min(each.release(), each.contender().expiresAt()))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Decides what belongs to one instant: matches, and candidates that are released. */
    void decide(List<Moment> moments, Consent inForce, ZoneId zone, long time, boolean isDue) {
        List<Contender> contenders = new ArrayList<>();
        moments.forEach(moment -> contenders.add(Contender.of(bundle, moment).scored(scores, time)));
        Set<String> closing = new HashSet<>();
        held.stream()
                .filter(each -> isDue && each.isCollected() && each.release() == time)
                .forEach(each -> closing.add(each.contender().trigger().channel()));
        if (isDue) {
            known(arrived.apply(time));
            for (Held each : List.copyOf(held)) {
                if (each.release() <= time || each.contender().expiresAt() <= time) {
                    held.remove(each);
                    if (each.release() > each.contender().expiresAt()) {
                        overdue.add(each.contender().moment());
                    }
                    if (each.contender().under(bundle).hasTrigger()) {
                        contenders.add(each.contender().under(bundle).scored(scores, time));
                    } else {
                        tell(each.contender(), "refused", isStopped(each.contender()) ? "stopped" : "inactive", time);
                    }
                }
            }
        }
        contenders.sort(ORDER);
        Map<String, String> winners = new HashMap<>();
        for (Contender contender : contenders) {
            Consent known = isDue ? arrivedBefore(time) : inForce;
            pass(contender, List.of(inForce, known), zone, time, winners, closing);
        }
    }

    private Consent arrivedBefore(long instant) {
        Knowledge known = arrived.apply(instant);
        return new Consent(bundle, known.consents(), known.blocks());
    }

    private void pass(
            Contender contender,
            List<Consent> consents,
            ZoneId zone,
            long time,
            Map<String, String> winners,
            Set<String> closing) {
        Trigger trigger = contender.trigger();
        String refusal = gates.trigger(contender, overdue.contains(contender.moment()), time);
        refusal = isStopped(contender) ? "stopped" : refusal;
        refusal = overtaken.contains(contender.moment()) ? "overtaken" : refusal;
        refusal = refusal != null ? refusal : Gates.permission(trigger, consents, time);
        refusal = refusal != null ? refusal : Gates.rules(contender);
        refusal = refusal != null ? refusal : gates.pressure(contender, zone, time);
        if (refusal == null) {
            long room = gates.room(contender, zone, time);
            if (room > time) {
                held.add(new Held(contender, room, false));
                return;
            }
            refusal = Gates.quiet(contender, zone, time);
        }
        if (refusal == null) {
            long end = gates.quietEnd(contender, zone, time);
            if (end > time) {
                held.add(new Held(contender, end, false));
                return;
            }
            if (collects(contender, time, closing)) {
                return;
            }
        }
        String winner = winners.get(trigger.channel());
        boolean competes = bundle.channels().get(trigger.channel()).collectForMillis() != Channel.NOBODY_COMPETES;
        if (refusal == null && competes && winner != null) {
            refusal = "outranked:" + winner;
        }
        if (refusal == null) {
            winners.put(trigger.channel(), contender.moment().id());
            refusal = gates.holdout(contender);
            contacts.add(contender, time);
        }
        if (refusal == null) {
            emitted.put(contender, time);
            tell(contender, "emitted", "", time);
        } else {
            tell(contender, "refused", refusal, time);
        }
    }

    /** By the channel and the name that the trigger had when the match was found if it is gone. */
    private boolean isStopped(Contender contender) {
        Trigger trigger = contender.hasTrigger() ? contender.trigger() : contender.meant();
        return stops.all()
                || stops.channels().contains(trigger.channel())
                || stops.triggers().contains(trigger.name());
    }

    private boolean collects(Contender contender, long time, Set<String> closing) {
        String channel = contender.trigger().channel();
        long span = bundle.channels().get(channel).collectForMillis();
        if (span <= 0 || closing.contains(channel)) {
            return false;
        }
        long closes = held.stream()
                .filter(each -> each.isCollected()
                        && each.contender().trigger().channel().equals(channel))
                .mapToLong(Held::release)
                .max()
                .orElse(time + span);
        held.add(new Held(contender, closes, true));
        return true;
    }

    /**
     * An event was applied: what it overtakes is refused or revoked.
     *
     * @param undecided the matches of the same input, which lie before the event
     */
    void event(Bound event, Facts facts, List<Moment> undecided) {
        for (Moment moment : undecided) {
            if (isOvertaken(Contender.of(bundle, moment), event, facts)) {
                overtaken.add(moment);
            }
        }
        for (Held each : List.copyOf(held)) {
            if (isOvertaken(each.contender(), event, facts)) {
                held.remove(each);
                tell(each.contender(), "refused", "overtaken", event.time());
            }
        }
        for (Contender contender : List.copyOf(emitted.keySet())) {
            if (event.time() <= contender.expiresAt() && isOvertaken(contender, event, facts)) {
                emitted.remove(contender);
                tell(contender, "revoked", "overtaken", event.time());
            }
        }
    }

    /** By the clauses that the trigger has now, if it had some when the match was found. */
    private boolean isOvertaken(Contender contender, Bound event, Facts facts) {
        Trigger trigger = bundle.triggers().get(contender.moment().trigger());
        if (trigger == null || contender.meant().until().isEmpty()) {
            return false;
        }
        for (Clause clause : trigger.until()) {
            View view = new View(facts)
                    .event(event)
                    .steps(trigger, contender.moment().bound());
            if (clause.event().equals(event.event().type()) && view.isTrue(clause.where())) {
                return true;
            }
        }
        return false;
    }

    /** A record arrived or expired: what may no longer be used for contact is refused or revoked. */
    void consent(Consent consent, long time) {
        for (Held each : List.copyOf(held)) {
            Contender now = each.contender().under(bundle);
            String denial = now.hasTrigger()
                    ? Gates.permission(now.trigger(), List.of(consent), time)
                    : consent.denial(
                            each.contender().trigger().purpose(),
                            Set.of(),
                            each.contender().trigger().channel(),
                            time);
            if (denial != null) {
                held.remove(each);
                tell(each.contender(), "refused", denial, time);
            }
        }
        for (Contender contender : List.copyOf(emitted.keySet())) {
            String denial = Gates.permission(contender.trigger(), List.of(consent), time);
            if (time <= contender.expiresAt() && denial != null) {
                emitted.remove(contender);
                tell(contender, "revoked", denial, time);
            }
        }
    }

    /** Everything that is out or held is taken back. */
    void erase(long clock) {
        for (Held each : held) {
            tell(
                    each.contender(),
                    "refused",
                    "erased",
                    Math.max(clock, each.contender().moment().instant()));
        }
        for (Contender contender : emitted.keySet()) {
            if (clock <= contender.expiresAt()) {
                tell(
                        contender,
                        "revoked",
                        "erased",
                        Math.max(clock, contender.moment().instant()));
            }
        }
        held.clear();
        emitted.clear();
    }

    private void tell(Contender contender, String outcome, String reason, long time) {
        Moment moment = contender.moment();
        List<String> evidence = moment.bound().stream()
                .map(bound -> bound.event().source() + " " + bound.event().id())
                .toList();
        String detail = outcome.equals("emitted")
                ? Told.detail(contender.payload(), contender.score(), evidence, moment.alternatives()) + " "
                        + contender.meant().action().name() + " " + Scores.types(contender)
                : "";
        told.add(new Told(moment.trigger(), moment.id(), outcome, reason, moment.instant(), time, detail));
    }
}
