package dev.anlass.jobs.operator;

import dev.anlass.engine.decide.Stops;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Bundle;
import dev.anlass.engine.rule.ScoreTable;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.simulation.Host;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.config.Timers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.jspecify.annotations.Nullable;

/**
 * Runs a world through the Flink operator, which is stopped by chance and goes on from its snapshot in one to three
 * subtasks. Later bundles are published by chance, before time reaches them.
 */
final class OperatorHost implements Host, AutoCloseable {

    /** One host at a time: the one before ends. */
    static final class Factory implements Host.Factory, AutoCloseable {

        private @Nullable OperatorHost current;

        @Override
        public Host host(Program program, long seed) {
            close();
            current = new OperatorHost(program, seed);
            return current;
        }

        @Override
        public void close() {
            if (current != null) {
                current.close();
                current = null;
            }
        }
    }

    private static final IdentityHashMap<Bundle, PublishedBundle> PUBLISHED = new IdentityHashMap<>();
    private static final int MAX_SUBTASKS = 3;
    private static final int RESTORES_PER_CENT = 4;
    private static final int PUBLICATIONS_PER_CENT = 10;
    private static final int ROCKSDB_PER_CENT = 5;

    private final Random chance;
    private final TestLibrary library = new TestLibrary();
    private final Deque<PublishedBundle> unpublished = new ArrayDeque<>();
    private long passed = Long.MIN_VALUE;
    private Subtasks subtasks;

    private OperatorHost(Program program, long seed) {
        this.chance = new Random(seed);
        program.bundles().forEach(bundle -> unpublished.add(published(bundle)));
        library.with(unpublished.removeFirst());
        scores(program).forEach(library::with);
        this.subtasks = begin(program);
    }

    /** The rules are compiled already; what their files say does not matter. */
    private static PublishedBundle published(Bundle bundle) {
        return PUBLISHED.computeIfAbsent(bundle, b -> {
            RuleFiles files = RuleFiles.none().with("bundle", String.valueOf(PUBLISHED.size()));
            PublishedBundle published = new PublishedBundle(b.number(), b.effectiveFrom(), files);
            CompiledRules.remember(published.announcement(), b);
            return published;
        });
    }

    /** A job has no table before the first that was published; in a world the first is used for what is older, too. */
    private static List<ScoreTable> scores(Program program) {
        List<ScoreTable> tables = new ArrayList<>(program.timetable().scores().tables());
        if (!tables.isEmpty()) {
            tables.set(0, tables.get(0).withEffectiveFrom(Long.MIN_VALUE));
        }
        return tables;
    }

    private Subtasks begin(Program program) {
        try {
            return Subtasks.begin(
                    new Subtasks.Given(library, program.settings(), backend(), timers(), 1 + chance.nextInt(2)),
                    subtaskNumber());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private StateBackend backend() {
        if (chance.nextInt(100) >= ROCKSDB_PER_CENT) {
            return new HashMapStateBackend();
        }
        EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend();
        backend.setPriorityQueueStateType(
                chance.nextBoolean() ? PriorityQueueStateType.HEAP : PriorityQueueStateType.ROCKSDB);
        return backend;
    }

    private Timers timers() {
        return chance.nextBoolean() ? Timers.HEAP : Timers.ROCKSDB;
    }

    private int subtaskNumber() {
        return 1 + chance.nextInt(MAX_SUBTASKS);
    }

    @Override
    public List<Emission> arrive(Decoded decoded, long passedBefore, long passesTo) {
        Arrival arrival = arrival(decoded);
        return during(arrival == null ? "" : arrival.customer(), () -> {
            publishBefore(Math.max(timeOf(decoded), passesTo));
            restoreByChance();
            passIfFarther(passedBefore);
            if (arrival != null) {
                subtasks.arrive(arrival);
            }
            restoreByChance();
            passIfFarther(passesTo);
        });
    }

    /** What the decoder makes of it; null for what only lets time pass. */
    private static @Nullable Arrival arrival(Decoded decoded) {
        if (decoded instanceof Decoded.Accepted accepted) {
            return new Arrival.OfEvent(accepted.event(), EffectLines.ORIGIN);
        }
        return decoded instanceof Decoded.Rejected rejected && rejected.blocks() != null
                ? new Arrival.OfUnreadable(rejected.blocks(), EffectLines.ORIGIN)
                : null;
    }

    private static long timeOf(Decoded decoded) {
        return decoded instanceof Decoded.Accepted accepted ? accepted.event().time() : Long.MIN_VALUE;
    }

    @Override
    public List<Emission> stop(Stops stops, long passedBefore) {
        List<Stoppable> what = new ArrayList<>();
        if (stops.all()) {
            what.add(Stoppable.EVERYTHING);
        }
        stops.channels().forEach(name -> what.add(new Stoppable(Stoppable.Kind.CHANNEL, name)));
        stops.triggers().forEach(name -> what.add(new Stoppable(Stoppable.Kind.TRIGGER, name)));
        return during("", () -> {
            passIfFarther(passedBefore);
            library.stopped(what.toArray(Stoppable[]::new));
            subtasks.announce(new StopChange(Stoppable.EVERYTHING));
        });
    }

    @Override
    public List<Emission> passTo(long instant) {
        return during("", () -> {
            publishBefore(instant);
            passIfFarther(instant);
        });
    }

    @Override
    public List<String> leftOf(String customer) {
        try {
            return subtasks.leftOf(TriggerSubtask.KEYS.keyOf(customer));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            subtasks.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void passIfFarther(long instant) throws Exception {
        if (instant > passed) {
            subtasks.passTo(instant);
            passed = instant;
        }
    }

    private void publishBefore(long time) throws Exception {
        while (!unpublished.isEmpty()
                && (unpublished.peekFirst().effectiveFrom() <= time || chance.nextInt(100) < PUBLICATIONS_PER_CENT)) {
            PublishedBundle next = unpublished.removeFirst();
            library.with(next);
            subtasks.announce(next.announcement());
        }
    }

    private void restoreByChance() throws Exception {
        if (chance.nextInt(100) < RESTORES_PER_CENT) {
            subtasks = subtasks.restored(subtaskNumber());
        }
    }

    /** What happens in Flink. */
    private interface Doing {
        void happen() throws Exception;
    }

    /** @param erased whom a certificate is about, which does not say it */
    private List<Emission> during(String erased, Doing doing) {
        try {
            doing.happen();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        List<Emission> emissions = new ArrayList<>();
        for (Outgoing outgoing : subtasks.taken()) {
            Effect effect = EffectReader.read(outgoing);
            boolean isOfErasure = effect instanceof Effect.Erased;
            emissions.add(new Emission(isOfErasure ? erased : String.valueOf(outgoing.customer()), effect));
        }
        return emissions;
    }
}
