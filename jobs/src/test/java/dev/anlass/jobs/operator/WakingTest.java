package dev.anlass.jobs.operator;

import static dev.anlass.jobs.operator.TestEvents.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.config.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who waits is woken once and in order, whatever becomes of the job, and no snapshot says when. */
class WakingTest {

    private static final int CUSTOMERS = 40;
    private static final int BUSY = 3;
    private static final PublishedBundle RULES = new PublishedBundle("one", 0, TestRules.files());
    private static final EventDecoder DECODER =
            Program.of(List.of(RULES.loaded()), Settings.DEFAULT).decoder();

    private final TestLibrary library = new TestLibrary().with(RULES);

    @Test
    void inOrderAndOnceAfterOneSubtaskHasBecomeThreeAndThreeOne() throws Exception {
        Subtasks.Given given = given(rocksDb(PriorityQueueStateType.HEAP), Timers.HEAP);

        assertThat(woken(waiting(given).restored(3).restored(1))).containsExactlyElementsOf(soonestFirst());
    }

    @ParameterizedTest
    @EnumSource(PriorityQueueStateType.class)
    void fromTimersOfFlinkToAlarmsInMemoryAndBack(PriorityQueueStateType timers) throws Exception {
        Subtasks.Given inFlink = given(rocksDb(timers), Timers.ROCKSDB);
        Subtasks.Given inMemory = given(rocksDb(PriorityQueueStateType.HEAP), Timers.HEAP);

        assertThat(woken(waiting(inFlink).restored(1, inMemory))).containsExactlyElementsOf(soonestFirst());
        assertThat(woken(waiting(inMemory).restored(1, inFlink))).containsExactlyElementsOf(soonestFirst());
        assertThat(woken(waiting(inFlink).restored(3, inMemory).restored(2, inFlink)))
                .containsExactlyInAnyOrderElementsOf(soonestFirst());
    }

    @Test
    void timersThatFlinkHasLeftWakeNobodyTwice() throws Exception {
        Subtasks.Given inFlink = given(new HashMapStateBackend(), Timers.ROCKSDB);
        Subtasks.Given inMemory = given(new HashMapStateBackend(), Timers.HEAP);

        assertThat(woken(waiting(inFlink).restored(1, inMemory))).containsExactlyElementsOf(soonestFirst());
    }

    @Test
    void nobodyIsWokenBeforeTimePassesAgain() throws Exception {
        Subtasks.Given given = given(new HashMapStateBackend(), Timers.HEAP);
        try (Subtasks before = waiting(given)) {
            before.passTo(at(7_200 + 10));
            assertThat(before.taken()).isNotEmpty();
            try (Subtasks after = before.restored(1)) {
                after.passTo(Long.MIN_VALUE);
                assertThat(after.taken()).isEmpty();
            }
        }
    }

    @Test
    void noSnapshotHoldsAnAlarm() throws Exception {
        try (TriggerHarness harness = TriggerHarness.on(rocksDb(PriorityQueueStateType.HEAP), library, null)) {
            harness.arrive(TestEvents.consent("c1", 0), TestEvents.view("c1", "v1", 10));
            OperatorSubtaskState snapshot = harness.snapshot();

            assertThat(harness.alarms()).isEqualTo(1);
            assertThat(SnapshotBytes.ofTimers(snapshot))
                    .doesNotContain(SnapshotBytes.of(TriggerHarness.KEYS.keyOf("c1")));
        }
    }

    private static Subtasks waiting(Subtasks.Given given) throws Exception {
        Subtasks subtasks = Subtasks.begin(given, 1);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            arrive(TestEvents.consent("c" + customer, 0), subtasks);
            arrive(TestEvents.view("c" + customer, "v" + customer, viewedAt(customer)), subtasks);
        }
        return subtasks;
    }

    /** All at another time, and not one after the other. */
    private static long viewedAt(int customer) {
        return 10 + customer * 17L % CUSTOMERS;
    }

    private static List<String> soonestFirst() {
        List<String> customers = new ArrayList<>();
        IntStream.range(0, CUSTOMERS).forEach(customer -> customers.add(""));
        IntStream.range(0, CUSTOMERS).forEach(customer -> customers.set((int) viewedAt(customer) - 10, "c" + customer));
        return customers;
    }

    /** Who is reminded, one after the other, when a day passes. */
    private static List<String> woken(Subtasks subtasks) throws Exception {
        try (subtasks) {
            subtasks.passTo(at(24 * 3600));
            assertThat(subtasks.alarms()).isEmpty();
            return subtasks.taken().stream()
                    .map(EffectReader::read)
                    .filter(Effect.Request.class::isInstance)
                    .map(effect -> ((Effect.Request) effect).action().customer())
                    .toList();
        }
    }

    private static void arrive(String line, Subtasks subtasks) throws Exception {
        Decoded.Accepted accepted = (Decoded.Accepted) TestEvents.raw(line).decodedBy(DECODER);
        subtasks.arrive(new Arrival.OfEvent(accepted.event(), EffectLines.ORIGIN));
    }

    private Subtasks.Given given(StateBackend backend, Timers timers) {
        return new Subtasks.Given(library, Settings.DEFAULT, backend, timers, BUSY);
    }

    private static StateBackend rocksDb(PriorityQueueStateType timers) {
        EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend(true);
        backend.setPriorityQueueStateType(timers);
        return backend;
    }
}
