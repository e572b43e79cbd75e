package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.config.Clock;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.CustomerKeys;
import dev.anlass.jobs.operator.News;
import dev.anlass.jobs.operator.Outgoing;
import dev.anlass.jobs.operator.PublishedBundle;
import dev.anlass.jobs.operator.RawRecord;
import dev.anlass.jobs.operator.Stop;
import dev.anlass.jobs.operator.StopChange;
import dev.anlass.jobs.operator.Stoppable;
import dev.anlass.jobs.push.Provider;
import dev.anlass.jobs.push.Sender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.Mail;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The push operator by itself, with providers, ledger and time in the hands of the test. */
final class PushHarness implements AutoCloseable {

    static final int IN_FLIGHT = 2;
    private static final int PARTITIONS = 2;
    private static final CustomerKeys KEYS = new CustomerKeys(new Secret("hidden"));

    /** What all harnesses of a test share, as if it were outside. */
    static final class World {
        static HeldSender phones = new HeldSender();
        static HeapLedger ledger = new HeapLedger();
        static final List<Stop> STOPS = new ArrayList<>();
        static boolean hasPhones = true;

        private World() {}

        static void clear() {
            phones = new HeldSender();
            ledger = new HeapLedger();
            STOPS.clear();
            hasPhones = true;
        }
    }

    private final KeyedTwoInputStreamOperatorTestHarness<String, Note, News, Outgoing> harness;

    private PushHarness(Clock clock, @Nullable OperatorSubtaskState restored) throws Exception {
        harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                new PushOperator(plan(clock)), note -> KEYS.of(note.customer()), null, Types.STRING);
        harness.getExecutionConfig().enableObjectReuse();
        harness.setup();
        if (restored == null) {
            harness.initializeEmptyState();
        } else {
            harness.initializeState(restored);
        }
    }

    private static PushPlan plan(Clock clock) {
        return new PushPlan(
                new PushPlan.Channels(Set.of("push"), Set.of()),
                new Limits(IN_FLIGHT, Map.of()),
                new PushPlan.Words(new Secret("0123456789abcdef0123456789abcdef"), "", 1_000),
                clock,
                PARTITIONS,
                KEYS,
                new StopsOnly(),
                new Phones(),
                () -> World.ledger);
    }

    static PushHarness open(long time) throws Exception {
        return begun(new PushHarness(Clock.TICKS, null), time);
    }

    static PushHarness byEvents() throws Exception {
        return begun(new PushHarness(Clock.EVENTS, null), 0);
    }

    static PushHarness restored(OperatorSubtaskState state, long time) throws Exception {
        return begun(new PushHarness(Clock.TICKS, state), time);
    }

    private static PushHarness begun(PushHarness push, long time) throws Exception {
        push.harness.setProcessingTime(time);
        push.harness.open();
        return push;
    }

    /** The events have been read up to where the operator began. */
    PushHarness ready() throws Exception {
        for (RawRecord marker : List.copyOf(World.ledger.markers)) {
            for (Note note : NotesOf.events(marker)) {
                take(note);
            }
        }
        return this;
    }

    PushHarness take(Note... notes) throws Exception {
        for (Note note : notes) {
            harness.processElement1(new StreamRecord<>(note));
        }
        return goOn();
    }

    PushHarness stop(Stoppable... what) throws Exception {
        World.STOPS.clear();
        for (Stoppable each : what) {
            World.STOPS.add(new Stop(each, Instant.EPOCH, null));
        }
        harness.processElement2(new StreamRecord<>(new StopChange(Stoppable.EVERYTHING)));
        return goOn();
    }

    /** Answers that have come are taken. */
    PushHarness goOn() throws Exception {
        Optional<Mail> mail = harness.getTaskMailbox().tryTake(TaskMailbox.MIN_PRIORITY);
        while (mail.isPresent()) {
            mail.get().run();
            mail = harness.getTaskMailbox().tryTake(TaskMailbox.MIN_PRIORITY);
        }
        return this;
    }

    PushHarness at(long time) throws Exception {
        harness.setProcessingTime(time);
        return goOn();
    }

    PushHarness eventsAt(long time) throws Exception {
        harness.processWatermark1(new org.apache.flink.streaming.api.watermark.Watermark(time));
        return goOn();
    }

    OperatorSubtaskState snapshot() throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        goOn();
        return harness.snapshot(1, 1);
    }

    int stateEntries() {
        return harness.numKeyedStateEntries();
    }

    int timers() {
        return harness.numProcessingTimeTimers();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }

    /** Android alone. */
    private static final class Phones implements SenderSource {

        private static final long serialVersionUID = 1L;

        @Override
        public Set<Provider> providers() {
            return World.hasPhones ? Set.of(Provider.FCM) : Set.of();
        }

        @Override
        public Map<Provider, Sender> open() {
            return World.hasPhones ? Map.of(Provider.FCM, World.phones) : Map.of();
        }
    }

    /** No rules, only stops. */
    private static final class StopsOnly implements BundleLibrary {

        private static final long serialVersionUID = 1L;

        @Override
        public Reader open() {
            return new Reader() {
                @Override
                public List<PublishedBundle> readNew() {
                    return List.of();
                }

                @Override
                public List<Stop> stops() {
                    return List.copyOf(World.STOPS);
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            };
        }
    }
}
