package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Action;
import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Program;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A world as the engine and as the reference tell it. */
final class Run {

    private static final long GRACE_MILLIS = 5_000;
    private static final long AFTERWARDS_MILLIS = 2 * 3_600_000;

    private final World world;
    private final Host.Factory hosts;
    private final List<Emission> emissions = new ArrayList<>();
    private final List<String> unpermitted = new ArrayList<>();
    private final Map<String, Admission> admissions = new TreeMap<>();
    private long end = Long.MIN_VALUE;

    private Run(World world, Host.Factory hosts) {
        this.world = world;
        this.hosts = hosts;
    }

    static Run of(World world, Host.Factory hosts) {
        Run run = new Run(world, hosts);
        run.run();
        return run;
    }

    private void run() {
        Program program = world.rules().program(world.settings());
        EventDecoder decoder = program.decoder();
        Host host = hosts.host(program, world.seed() + 17);
        long newest = Long.MIN_VALUE;
        for (String line : world.lines()) {
            Decoded decoded = decoder.decode(line.getBytes(StandardCharsets.UTF_8), null);
            if (!(decoded instanceof Decoded.Accepted accepted)) {
                throw new IllegalStateException(decoded + " " + line);
            }
            Event event = accepted.event();
            long passed = newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - GRACE_MILLIS;
            admissions
                    .computeIfAbsent(
                            event.customer(),
                            customer -> new Admission(
                                    reference(customer), world.rules().bundle(), world.settings()))
                    .arrive(new Arrival(event, passed));
            long passes = Math.max(newest, event.time()) - GRACE_MILLIS;
            List<Emission> now = host.arrive(event, passed, passes);
            newest = Math.max(newest, event.time());
            happened(now);
        }
        end = newest + AFTERWARDS_MILLIS;
        happened(host.passTo(end));
    }

    private void happened(List<Emission> now) {
        emissions.addAll(now);
        actions(now)
                .filter(action ->
                        !admissions.get(action.customer()).permits(world.rules().bundle(), action))
                .forEach(action -> unpermitted.add(action.id()));
    }

    private Reference reference(String customer) {
        return new Reference(world.rules(), world.settings(), customer);
    }

    /** What the reference finds. */
    Map<String, Moment.Outline> expected() {
        Map<String, Moment.Outline> outlines = new TreeMap<>();
        admissions.forEach((customer, admission) -> reference(customer)
                .tell(admission.admitted(), end)
                .moments()
                .forEach(moment -> outlines.put(moment.id(), moment.outline())));
        return outlines;
    }

    /** What the reference decides about a stream in order. */
    List<Told> judged() {
        List<Told> all = new ArrayList<>();
        admissions.forEach(
                (customer, admission) -> all.addAll(reference(customer).decide(admission.admitted(), end)));
        all.sort(null);
        return all;
    }

    /** What the engine decided. */
    List<Told> decided() {
        Map<String, Action> actions = new TreeMap<>();
        actions().forEach(action -> actions.put(action.id(), action));
        List<Told> all = new ArrayList<>();
        for (Decision decision : decisions()) {
            boolean isEmitted = decision.outcome() == Outcome.EMITTED;
            all.add(new Told(
                    decision.trigger(),
                    decision.matchId(),
                    decision.outcome().word(),
                    decision.reason() == null ? "" : decision.reason(),
                    decision.time(),
                    decision.decidedAt(),
                    isEmitted ? detail(actions.get(decision.matchId())) : ""));
        }
        all.sort(null);
        return all;
    }

    private static String detail(Action action) {
        List<String> evidence = action.evidence().stream()
                .map(each -> each.source() + " " + each.event())
                .toList();
        return Told.detail(action.payload(), action.score().total(), evidence, action.alternatives());
    }

    /** What the engine found and did not take back. */
    Map<String, Moment.Outline> found() {
        Map<String, Moment.Outline> outlines = new TreeMap<>();
        for (Decision decision : decisions()) {
            if (decision.outcome() == Outcome.VANISHED) {
                outlines.remove(decision.matchId());
            } else if (decision.outcome() != Outcome.REVOKED) {
                outlines.put(
                        decision.matchId(),
                        new Moment.Outline(decision.trigger(), decision.matchId(), decision.time()));
            }
        }
        return outlines;
    }

    /** The ids of the actions that went out, in their order. */
    List<String> requests() {
        return actions().map(Action::id).toList();
    }

    /** The ids of the actions that went out although the newest record that had arrived denied contact. */
    List<String> unpermitted() {
        return unpermitted;
    }

    private Stream<Action> actions() {
        return actions(emissions);
    }

    private static Stream<Action> actions(List<Emission> emissions) {
        return emissions.stream()
                .filter(emission -> emission.effect() instanceof Effect.Request)
                .map(emission -> ((Effect.Request) emission.effect()).action());
    }

    List<Decision> decisions() {
        return emissions.stream()
                .filter(emission -> emission.effect() instanceof Effect.Record)
                .map(emission -> ((Effect.Record) emission.effect()).decision())
                .toList();
    }

    /** The ids of the events that the engine rejected; a duplicate of an accepted one may be late or not. */
    Set<String> rejected() {
        Set<String> ids = new TreeSet<>();
        for (Emission emission : emissions) {
            if (emission.effect() instanceof Effect.Reject reject) {
                ids.add(reject.rejection().eventId());
            }
        }
        admissions.values().stream()
                .flatMap(admission -> admission.admitted().stream())
                .forEach(admitted -> ids.remove(admitted.event().id()));
        return ids;
    }

    /** The ids of the events that are late for the reference. */
    Set<String> late() {
        Set<String> ids = new TreeSet<>();
        admissions.values().forEach(admission -> ids.addAll(admission.late()));
        return ids;
    }
}
