package dev.anlass.engine.simulation;

import dev.anlass.engine.decide.Action;
import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Program;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A world as the engine and as the reference tell it. */
final class Run {

    private static final long GRACE_MILLIS = 5_000;
    private static final long AFTERWARDS_MILLIS = 2 * 3_600_000;

    /** The longest life of an action: by then what is held has been decided. */
    private static final long EXPIRES_MILLIS = 3_600_000;

    private final World world;
    private final Host.Factory hosts;
    private final List<Emission> emissions = new ArrayList<>();
    private final List<String> unpermitted = new ArrayList<>();
    private final List<String> stopped = new ArrayList<>();
    private final Map<String, Integer> arrivals = new HashMap<>();
    private final Map<String, Lives> lives = new TreeMap<>();
    private final Invariants invariants;
    private Stops stops = Stops.NONE;
    private long newest = Long.MIN_VALUE;
    private long end = Long.MIN_VALUE;

    private Run(World world, Host.Factory hosts) {
        this.world = world;
        this.hosts = hosts;
        this.invariants = new Invariants(world);
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
        for (String line : world.lines()) {
            Stops changed = StopsLine.stops(line);
            if (changed != null) {
                stop(host, changed);
                continue;
            }
            Decoded decoded = decoder.decode(line.getBytes(StandardCharsets.UTF_8), null);
            long passed = newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - GRACE_MILLIS;
            String customer = customerOf(decoded);
            newest = Math.max(newest, timeOf(decoded));
            long passes = newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - GRACE_MILLIS;
            List<Emission> now = host.arrive(decoded, passed, passes);
            erased(now, host);
            releasedBefore(now, passed);
            arrive(decoded, passed);
            released(now, passes);
            happened(now, passed);
            if (customer != null) {
                invariants.arrived(customer, lives.get(customer), newest);
            }
        }
        end = Math.max(newest, 0) + AFTERWARDS_MILLIS;
        happened(host.passTo(end), newest);
        lives.values().forEach(each -> each.end(end));
    }

    private void stop(Host host, Stops changed) {
        long passed = newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - GRACE_MILLIS;
        List<Emission> before = host.stop(changed, passed);
        released(before, passed);
        happened(before, passed);
        stops = changed;
        lives.values().forEach(each -> each.stop(changed, passed));
    }

    /** Of what was decided when a record arrived, that which had come due before it. */
    private void releasedBefore(List<Emission> now, long passed) {
        decisions(now)
                .filter(decision ->
                        decision.decidedAt() <= passed && decision.time() < decision.decidedAt() && isFirst(decision))
                .filter(decision -> livesOf(decision.customer()).isMatch(decision.matchId(), passed))
                .forEach(decision -> livesOf(decision.customer()).released(decision.decidedAt()));
    }

    private static boolean isFirst(Decision decision) {
        return decision.outcome() == Outcome.EMITTED || decision.outcome() == Outcome.REFUSED;
    }

    /** What was decided by time alone moves the customer's clock. */
    private void released(List<Emission> now, long passed) {
        decisions(now)
                .filter(decision -> decision.decidedAt() <= passed && isFirst(decision))
                .forEach(decision -> livesOf(decision.customer()).released(decision.decidedAt()));
    }

    private void arrive(Decoded decoded, long passed) {
        if (decoded instanceof Decoded.Accepted accepted) {
            invariants.arrives(accepted.event());
            arrivals.merge(accepted.event().id(), 1, Integer::sum);
            livesOf(accepted.event().customer()).arrive(accepted.event(), passed);
        } else if (decoded instanceof Decoded.Rejected rejected && rejected.blocks() != null) {
            String customer = rejected.blocks().customer();
            livesOf(customer).block(rejected.blocks().purpose(), passed);
        }
    }

    private static @Nullable String customerOf(Decoded decoded) {
        if (decoded instanceof Decoded.Accepted accepted) {
            return accepted.event().customer();
        }
        return decoded instanceof Decoded.Rejected rejected && rejected.blocks() != null
                ? rejected.blocks().customer()
                : null;
    }

    private Lives livesOf(String customer) {
        return lives.computeIfAbsent(customer, name -> new Lives(world, name, stops));
    }

    private static long timeOf(Decoded decoded) {
        if (decoded instanceof Decoded.Accepted accepted) {
            return accepted.event().time();
        }
        return decoded instanceof Decoded.Tick tick ? tick.time() : Long.MIN_VALUE;
    }

    private void erased(List<Emission> now, Host host) {
        for (Emission emission : now) {
            if (emission.effect() instanceof Effect.Erased) {
                host.leftOf(emission.customer()).forEach(what -> invariants.left(emission.customer(), what));
            }
        }
    }

    private void happened(List<Emission> now, long passed) {
        emissions.addAll(now);
        now.forEach(invariants::happened);
        for (Emission emission : now) {
            if (emission.effect() instanceof Effect.Erased) {
                invariants.erased(emission.customer(), newest);
            }
        }
        actions(now)
                .filter(action -> stops.all()
                        || stops.channels().contains(action.channel())
                        || stops.triggers().contains(action.trigger()))
                .forEach(action -> stopped.add(action.id()));
        actions(now)
                .filter(action -> !lives.get(action.customer()).permits(action, passed))
                .forEach(action -> unpermitted.add(action.id()));
    }

    /** What the reference finds. */
    Map<String, Moment.Outline> expected() {
        Map<String, Moment.Outline> outlines = new TreeMap<>();
        lives.values().forEach(each -> each.moments().stream()
                .filter(moment -> moment.instant() <= end - EXPIRES_MILLIS)
                .forEach(moment -> outlines.put(moment.id(), moment.outline())));
        return outlines;
    }

    /** What the reference decides about a stream in order. */
    List<Told> judged() {
        List<Told> all = new ArrayList<>();
        lives.values().forEach(each -> all.addAll(each.told()));
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
                    isEmitted
                            ? detail(actions.get(decision.matchId())) + " " + decision.action() + " "
                                    + decision.segments()
                            : ""));
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
            } else if (decision.outcome() != Outcome.REVOKED && decision.time() <= end - EXPIRES_MILLIS) {
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

    /** The ids of the actions that went out although they were stopped. */
    List<String> stopped() {
        return stopped;
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
        return decisions(emissions).toList();
    }

    private static Stream<Decision> decisions(List<Emission> emissions) {
        return emissions.stream()
                .filter(emission -> emission.effect() instanceof Effect.Record)
                .map(emission -> ((Effect.Record) emission.effect()).decision());
    }

    /** The ids of the events that the engine rejected; a duplicate of an accepted one may be late or not. */
    Set<String> rejected() {
        Set<String> ids = new TreeSet<>();
        for (Emission emission : emissions) {
            if (emission.effect() instanceof Effect.Reject reject) {
                ids.add(reject.rejection().eventId());
            }
        }
        lives.values().forEach(each -> each.admitted().stream()
                .filter(id -> arrivals.getOrDefault(id, 0) != 1)
                .forEach(ids::remove));
        return ids;
    }

    /** The ids of the events that the reference rejects. */
    Set<String> refused() {
        Set<String> ids = new TreeSet<>();
        lives.values().forEach(each -> ids.addAll(each.rejected()));
        lives.values().forEach(each -> ids.removeAll(each.admitted()));
        return ids;
    }

    /** What went against a law that holds in every order. */
    List<String> violations() {
        return invariants.violations(expected().keySet(), end - EXPIRES_MILLIS);
    }
}
