package dev.anlass.engine.decide;

import dev.anlass.engine.customer.Attributes;
import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.customer.Permission;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.decide.Records.Why;
import dev.anlass.engine.decide.Verdict.Standing;
import dev.anlass.engine.match.Match;
import dev.anlass.engine.match.Timetable;
import dev.anlass.engine.rule.ActionTemplate;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides the matches of one customer against the contacts that were really made.
 *
 * <p>A decision is final, but it can be corrected towards silence: see {@link Corrections}.
 */
public final class Decider {

    private final Timetable timetable;
    private final String customer;
    private final Consents newest;
    private final Verdicts verdicts;
    private final Braking brakes;
    private final DecisionListener listener;
    private final Records records;
    private final LongFunction<Attributes> attributes;
    private ContactHistory contacts;

    /**
     * Decides for one customer.
     *
     * @param newest all consent records that have arrived
     * @param attributes what is known of the customer at a time
     * @param brakes those of the step that decides
     */
    public Decider(
            Timetable timetable,
            String customer,
            Consents newest,
            Verdicts verdicts,
            ContactHistory contacts,
            LongFunction<Attributes> attributes,
            Braking brakes,
            DecisionListener listener) {
        this.timetable = timetable;
        this.customer = customer;
        this.newest = newest;
        this.verdicts = verdicts;
        this.contacts = contacts;
        this.attributes = attributes;
        this.brakes = brakes;
        this.listener = listener;
        this.records = new Records(customer, timetable);
    }

    /** Delivery reported that an action did not arrive. */
    public void failed(String actionId) {
        contacts = contacts.failed(actionId);
    }

    public ContactHistory contacts() {
        return contacts;
    }

    /**
     * The matches of one instant that were found in order, and the held candidates that are released then.
     *
     * @param overtaken ids of the matches that something derived from their own event overtook
     */
    public void decide(List<Match> found, long instant, Set<String> overtaken) {
        List<Candidate> candidates = new ArrayList<>();
        Set<String> closing = new HashSet<>();
        for (Verdict held : verdicts.heldUntil(instant)) {
            if (held.collected() && held.releaseAt() <= instant) {
                closing.add(held.channel());
            }
            Bundle bundle = timetable.at(instant).bundle();
            @Nullable Trigger trigger = bundle.triggers().get(held.match().trigger());
            if (trigger == null) {
                boolean isStopped = brakes.stops(held.channel(), held.match().trigger());
                refuseHeld(held, isStopped ? Gates.STOPPED : "inactive", instant);
            } else {
                ActionTemplate action = Candidate.meant(timetable, held.match(), trigger);
                candidates.add(candidate(held.match(), bundle, trigger, action, moment(instant, false))
                        .released(held));
            }
        }
        for (Match match : found) {
            addUndecided(match, match.instant(), false, candidates);
        }
        candidates.replaceAll(
                candidate -> closing.contains(candidate.trigger().channel()) ? candidate.collected() : candidate);
        decideInOrder(candidates, overtaken);
    }

    /**
     * The matches of one instant that a correction found.
     *
     * @param clock the customer's clock in milliseconds since 1970
     * @param overtaken ids of the matches after which an until event lies
     */
    public void decideLate(List<Match> found, long clock, Set<String> overtaken) {
        List<Candidate> candidates = new ArrayList<>();
        for (Match match : found) {
            addUndecided(match, Math.max(match.instant(), clock), true, candidates);
        }
        decideInOrder(candidates, overtaken);
    }

    private Moment moment(long time, boolean isLate) {
        return new Moment(time, isLate, attributes.apply(time));
    }

    private Candidate candidate(Match match, Bundle bundle, Trigger trigger, ActionTemplate action, Moment when) {
        return Candidate.of(match, bundle, trigger, action, when, timetable.scores());
    }

    private void addUndecided(Match match, long moment, boolean isLate, List<Candidate> candidates) {
        @Nullable Verdict known = verdicts.get(match.id());
        Bundle bundle = timetable.at(match.instant()).bundle();
        @Nullable Trigger trigger = bundle.triggers().get(match.trigger());
        if (known != null && known.standing() == Standing.VANISHED) {
            Verdict again = known.next(Standing.REFUSED, moment);
            verdicts.put(again);
            listener.record(records.correction(again, Outcome.REFUSED, "revoked", null));
        } else if (known == null && trigger != null) {
            candidates.add(candidate(match, bundle, trigger, trigger.action(), moment(moment, isLate)));
        }
    }

    private void decideInOrder(List<Candidate> candidates, Set<String> overtaken) {
        Competition competition = new Competition(candidates, overtaken, timetable.scores());
        for (Candidate candidate : competition.ranked()) {
            if (listener.isAttentive()) {
                listener.examines(Examination.of(candidate));
            }
            if (competition.isOvertaken(candidate)) {
                refuse(candidate, Why.of("overtaken", null));
            } else if (candidate.trigger().state() == Trigger.State.SHADOW) {
                shadow(candidate, competition);
            } else {
                decide(candidate, competition);
            }
        }
    }

    private void decide(Candidate candidate, Competition competition) {
        Gates gates = gates();
        Ruling ruling = gates.rule(candidate);
        if (ruling.refusal() != null) {
            refuse(candidate, Why.of(ruling.refusal(), ruling.permission()));
        } else if (ruling.isHeld()) {
            hold(candidate, ruling.holdUntil(), false);
        } else {
            compete(candidate, ruling, gates, competition);
        }
    }

    /** Gates 7 and 8. */
    private void compete(Candidate candidate, Ruling ruling, Gates gates, Competition competition) {
        if (Competition.waitsForRivals(candidate)) {
            long release = verdicts.collectingUntil(candidate.trigger().channel())
                    .orElse(candidate.moment() + Competition.collectFor(candidate));
            tellArbitration(candidate, competition, release);
            hold(candidate, release, true);
            return;
        }
        tellArbitration(candidate, competition, Reading.NOT_HELD);
        @Nullable String winner = competition.winner(candidate);
        if (winner != null) {
            refuse(candidate, new Why("outranked:" + winner, null, winner, ruling.permission()));
            return;
        }
        competition.wins(candidate);
        String heldOut = gates.holdout(candidate);
        Why why = Why.won(heldOut, ruling.permission(), competition.chance(candidate, gates));
        remember(candidate);
        if (heldOut == null) {
            emit(candidate, why);
        } else {
            refuse(candidate, why);
        }
    }

    private void tellArbitration(Candidate candidate, Competition competition, long holdUntil) {
        if (listener.isAttentive()) {
            @Nullable String winner = holdUntil == Reading.NOT_HELD ? competition.winner(candidate) : null;
            new Readings(listener, candidate).arbitration(competition.rivals(candidate), winner, holdUntil);
        }
    }

    /** A shadow trigger meets all other gates, competes with nobody and touches no cap. */
    private void shadow(Candidate candidate, Competition competition) {
        Gates gates = gates();
        Ruling ruling = gates.rule(candidate);
        boolean refusedAtFirstGate = ruling.refusal() != null && ruling.permission() == null;
        if (refusedAtFirstGate) {
            refuse(candidate, Why.of(ruling.refusal(), null));
        } else {
            String would = ruling.refusal() != null ? ruling.refusal() : wouldBe(candidate, ruling, gates, competition);
            refuse(candidate, new Why("shadow", would, null, ruling.permission()));
        }
    }

    private static String wouldBe(Candidate candidate, Ruling ruling, Gates gates, Competition competition) {
        @Nullable String winner = competition.winner(candidate);
        String heldOut = gates.holdout(candidate);
        if (ruling.isHeld()) {
            return "held";
        }
        if (winner != null) {
            return "outranked:" + winner;
        }
        return heldOut == null ? Outcome.EMITTED.word() : heldOut;
    }

    private Gates gates() {
        return new Gates(customer, timetable.programs().get(0).settings(), newest, contacts, brakes, listener);
    }

    private void remember(Candidate candidate) {
        Trigger trigger = candidate.trigger();
        if (contacts.isFull()) {
            listener.contactGaveWay(trigger.name());
        }
        contacts = contacts.with(new Contact(
                candidate.moment(),
                candidate.match().id(),
                trigger.name(),
                trigger.channel(),
                trigger.purpose(),
                false));
    }

    private void emit(Candidate candidate, Why why) {
        Verdict verdict = verdict(candidate, Standing.EMITTED, why.permission());
        follow(verdict);
        brakes.take(verdict.channel());
        listener.request(records.action(candidate, verdict.revision(), why.permission()));
        listener.record(records.decision(candidate, verdict.revision(), Outcome.EMITTED, why));
    }

    private void refuse(Candidate candidate, Why why) {
        Verdict verdict = verdict(candidate, Standing.REFUSED, why.permission());
        verdicts.put(verdict);
        listener.record(records.decision(candidate, verdict.revision(), Outcome.REFUSED, why));
    }

    private void refuseHeld(Verdict held, String reason, long moment) {
        Verdict refused = held.next(Standing.REFUSED, moment);
        verdicts.put(refused);
        listener.record(records.correction(refused, Outcome.REFUSED, reason, null));
    }

    private void hold(Candidate candidate, long until, boolean collected) {
        Verdict plain = verdict(candidate, Standing.HELD, null);
        follow(new Verdict(
                plain.match(),
                Standing.HELD,
                0,
                candidate.moment(),
                until,
                collected,
                plain.expiresAt(),
                plain.bundle(),
                plain.channel(),
                plain.purpose(),
                plain.score(),
                null));
    }

    private void follow(Verdict verdict) {
        verdicts.put(verdict);
        verdicts.limit()
                .ifPresent(oldest -> listener.pendingGaveWay(oldest.match().trigger()));
    }

    private Verdict verdict(Candidate candidate, Standing standing, @Nullable Permission permission) {
        @Nullable Verdict known = verdicts.get(candidate.match().id());
        return new Verdict(
                candidate.match(),
                standing,
                known == null ? 1 : known.revision() + 1,
                candidate.moment(),
                Long.MAX_VALUE,
                false,
                candidate.expiresAt(),
                candidate.bundle().number(),
                candidate.trigger().channel(),
                candidate.trigger().purpose(),
                candidate.score(),
                Records.consent(permission));
    }

    /** What takes decisions back. */
    public Corrections corrections(long clock) {
        return new Corrections(timetable, verdicts, clock, gates(), records, listener);
    }
}
