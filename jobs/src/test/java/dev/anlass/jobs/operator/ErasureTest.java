package dev.anlass.jobs.operator;

import static dev.anlass.jobs.operator.TestEvents.consent;
import static dev.anlass.jobs.operator.TestEvents.event;
import static dev.anlass.jobs.operator.TestEvents.order;
import static dev.anlass.jobs.operator.TestEvents.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.config.Secret;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After an erasure nothing of the customer is left in what the job keeps and writes, bar the tombstone. */
class ErasureTest {

    private static final String ANNA = "anna-4711";

    /** What stands in the events of the customer and nowhere else. */
    private static final List<String> TRACES = List.of(ANNA, "o-of-anna", "v-of-anna", "consent-" + ANNA);

    private final TestLibrary library = new TestLibrary().with("one", 0, TestRules.files());

    static Stream<StateBackend> backends() {
        return Stream.of(
                new HashMapStateBackend(),
                new EmbeddedRocksDBStateBackend(false),
                new EmbeddedRocksDBStateBackend(true));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void theNextSnapshotHoldsTheTombstoneAlone(StateBackend backend) throws Exception {
        try (TriggerHarness harness = TriggerHarness.on(backend, library, null)) {
            live(harness);
            assertThat(SnapshotBytes.of(harness.snapshot())).contains(ANNA);

            harness.arrive(erasure(40));

            assertThat(harness.alarms()).isEqualTo(1);
            assertThat(harness.actions()).contains("action.revoked erased " + ANNA);
            assertThat(SnapshotBytes.of(harness.snapshot()))
                    .doesNotContain(TRACES)
                    .contains(SnapshotBytes.of(TriggerHarness.KEYS.keyOf(ANNA)))
                    .contains("ben");
        }
    }

    @Test
    void aCompactionThatIsOwedIsBegunAgainAfterARestart() throws Exception {
        OperatorSubtaskState owing;
        try (TriggerHarness harness = compactedBy(new Idle(), null)) {
            live(harness);
            harness.arrive(erasure(40));
            owing = harness.snapshot();
        }
        Idle later = new Idle();
        try (TriggerHarness harness = compactedBy(later, owing)) {
            harness.snapshot();
            harness.snapshot();
        }

        assertThat(later.begun).isEqualTo(1);
    }

    @Test
    void aCompactionThatHasEndedIsNotOwedAfterARestart() throws Exception {
        OperatorSubtaskState wiped;
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            live(harness);
            harness.arrive(erasure(40));
            wiped = harness.snapshot();
        }
        Idle later = new Idle();
        try (TriggerHarness harness = compactedBy(later, wiped)) {
            harness.snapshot();
        }

        assertThat(later.begun).isZero();
    }

    @Test
    void anInterruptionDoesNotCloseTheStateUnderACompaction() throws Exception {
        Interrupted compaction = new Interrupted();

        compactedBy(compaction, null).close();

        assertThat(compaction.waits).isEqualTo(2);
    }

    private TriggerHarness compactedBy(Idle executor, OperatorSubtaskState state) throws Exception {
        return TriggerHarness.with(() -> executor, new EmbeddedRocksDBStateBackend(), library, state);
    }

    @Test
    void theCertificateNamesTheCustomerByTheKeyedHashAlone() throws Exception {
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            live(harness);
            harness.arrive(erasure(40));

            assertThat(harness.beside(Outlets.DECISIONS))
                    .filteredOn(record -> record.path("type").asText().equals("erasure.certified"))
                    .singleElement()
                    .satisfies(certificate -> {
                        assertThat(certificate.get("subject").asText()).isEqualTo(TriggerHarness.KEYS.of(ANNA));
                        assertThat(certificate.toString()).doesNotContain(ANNA);
                    });
        }
    }

    @Test
    void theTombstoneOutlivesARestartAndTheCustomerMayComeBack() throws Exception {
        OperatorSubtaskState snapshot;
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            live(harness);
            harness.arrive(erasure(40));
            snapshot = harness.snapshot();
        }
        try (TriggerHarness harness = TriggerHarness.restored(library, snapshot)) {
            harness.arrive(consent(ANNA, 0), order(ANNA, "o-of-before", 30, 500));
            assertThat(harness.beside(Outlets.REJECTED))
                    .extracting(record -> record.get("reason").asText())
                    .containsExactly("erased", "erased");

            harness.arrive(consent(ANNA, 50), order(ANNA, "o-of-a-new-life", 60, 500));
            assertThat(harness.actions()).containsExactly("action.requested thanks " + ANNA);
        }
    }

    @Test
    void aJobDoesNotGoOnWithAnotherSecret() throws Exception {
        OperatorSubtaskState snapshot;
        try (TriggerHarness harness = TriggerHarness.open(library)) {
            live(harness);
            snapshot = harness.snapshot();
        }
        CustomerKeys others = new CustomerKeys(new Secret("another one"));

        assertThatThrownBy(() -> TriggerHarness.restored(library, snapshot, others))
                .hasStackTraceContaining("the customer_secret is not the one with which this state was written");
    }

    @Test
    void aKeySaysNothingWithoutTheSecret() {
        CustomerKeys keys = new CustomerKeys(new Secret("hush"));

        assertThat(keys.of(ANNA))
                .isEqualTo("b094b4ebece16c6d5a4c15673144892d")
                .isEqualTo(new CustomerKeys(new Secret("hush")).of(ANNA))
                .isNotEqualTo(new CustomerKeys(new Secret("hush!")).of(ANNA))
                .isNotEqualTo(keys.of("anna-4712"));
    }

    /** An action is out, a wait is open, and somebody else is there too. */
    private static void live(TriggerHarness harness) throws Exception {
        harness.arrive(
                consent(ANNA, 0),
                order(ANNA, "o-of-anna", 10, 150),
                view(ANNA, "v-of-anna", 20),
                consent("ben", 0),
                view("ben", "v-of-ben", 30));
        assertThat(harness.alarms()).isEqualTo(2);
    }

    /** Never comes to do anything. */
    private static class Idle extends AbstractExecutorService {
        private int begun;

        @Override
        public void execute(Runnable command) {
            begun++;
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return true;
        }
    }

    /** Who waits for it is interrupted once. */
    private static final class Interrupted extends Idle {
        private int waits;

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            waits++;
            if (waits == 1) {
                throw new InterruptedException();
            }
            return true;
        }
    }

    private static String erasure(long seconds) {
        return event(ANNA, "erasure", "customer.erased", seconds, "{}");
    }
}
