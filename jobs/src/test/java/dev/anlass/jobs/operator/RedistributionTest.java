package dev.anlass.jobs.operator;

import static dev.anlass.jobs.operator.TestEvents.at;
import static dev.anlass.jobs.operator.TestEvents.event;
import static dev.anlass.jobs.operator.TestEvents.order;
import static dev.anlass.jobs.operator.TestEvents.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.rulefile.RuleFiles;
import dev.anlass.engine.step.Program;
import dev.anlass.jobs.config.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Customers in the middle of waits, dwells and held candidates go on in more or fewer subtasks, with one alarm each. */
class RedistributionTest {

    private static final int CUSTOMERS = 30;
    private static final int BUSY = 3;
    private static final PublishedBundle RULES = new PublishedBundle("one", 0, rules());
    private static final EventDecoder DECODER =
            Program.of(List.of(RULES.loaded()), Settings.DEFAULT).decoder();

    /** Something arrives, or time passes. */
    private interface Step {
        void happen(Subtasks subtasks) throws Exception;
    }

    static Stream<Subtasks.Given> places() {
        return Stream.of(
                given(new HashMapStateBackend(), Timers.HEAP),
                given(new HashMapStateBackend(), Timers.ROCKSDB),
                given(rocksDb(PriorityQueueStateType.HEAP), Timers.HEAP),
                given(rocksDb(PriorityQueueStateType.ROCKSDB), Timers.ROCKSDB));
    }

    private static StateBackend rocksDb(PriorityQueueStateType timers) {
        EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend(true);
        backend.setPriorityQueueStateType(timers);
        return backend;
    }

    @ParameterizedTest
    @MethodSource("places")
    void theResultIsThatOfAnUninterruptedRun(Subtasks.Given given) throws Exception {
        List<Step> steps = steps();
        List<String> uninterrupted = played(steps, given, Map.of());
        assertThat(uninterrupted)
                .filteredOn(line -> line.contains("action.requested"))
                .hasSize(10 + 15 + 20);

        Map<Integer, Integer> restoredAs = Map.of(40, 3, 55, 1, 70, 2, 76, 3, 78, 1, 81, 3, 82, 1, 83, 2);
        assertThat(played(steps, given, restoredAs)).containsExactlyInAnyOrderElementsOf(uninterrupted);
    }

    @Test
    void howFarTimeHadPassedIsRememberedOverARestart() throws Exception {
        Subtasks.Given given = given(new HashMapStateBackend(), Timers.HEAP);
        try (Subtasks before = Subtasks.begin(given, 2)) {
            arrive(consent("c1"), before);
            before.passTo(at(3 * 3600));
            try (Subtasks after = before.restored(3)) {
                arrive(view("c1", "v1", 30), after);

                assertThat(EffectLines.written(after.taken())).anyMatch(line -> line.contains("action.requested"));
                assertThat(after.alarms()).isEmpty();
            }
        }
    }

    /** @param restoredAs before which step the subtasks are stopped, and in how many they go on */
    private static List<String> played(List<Step> steps, Subtasks.Given given, Map<Integer, Integer> restoredAs)
            throws Exception {
        List<Outgoing> taken = new ArrayList<>();
        Subtasks subtasks = Subtasks.begin(given, 2);
        for (int i = 0; i < steps.size(); i++) {
            if (restoredAs.containsKey(i)) {
                subtasks = subtasks.restored(restoredAs.get(i));
            }
            steps.get(i).happen(subtasks);
            taken.addAll(subtasks.taken());
            assertThat(subtasks.alarms().values())
                    .as("alarms of each customer after step %s", i)
                    .allMatch(alarms -> alarms.size() == 1);
        }
        assertThat(subtasks.alarms()).isEmpty();
        subtasks.close();
        return EffectLines.written(taken);
    }

    private static Subtasks.Given given(StateBackend backend, Timers timers) {
        return new Subtasks.Given(new TestLibrary().with(RULES), Settings.DEFAULT, backend, timers, BUSY);
    }

    /** Thirty consents, twenty views, fifteen stays in a shop, ten orders at night, then time in nine pieces. */
    private static List<Step> steps() {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            events.add(consent("c" + i));
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            String customer = "c" + i;
            if (i % 3 == 0) {
                events.add(order(customer, "o" + i, 60 + i, 150));
            } else {
                events.add(view(customer, "v" + i, 60 + i));
            }
            if (i % 2 == 0) {
                events.add(position(customer, 60 + i));
            }
        }
        List<Step> steps = new ArrayList<>();
        events.forEach(line -> steps.add(subtasks -> arrive(line, subtasks)));
        for (long minutes : new long[] {5, 11, 12, 59, 62, 66, 70, 121, 240}) {
            steps.add(subtasks -> subtasks.passTo(at(minutes * 60)));
        }
        return steps;
    }

    private static void arrive(String line, Subtasks subtasks) throws Exception {
        Decoded.Accepted accepted = (Decoded.Accepted) TestEvents.raw(line).decodedBy(DECODER);
        subtasks.arrive(new Arrival.OfEvent(accepted.event(), EffectLines.ORIGIN));
    }

    private static String position(String customer, long seconds) {
        return event(customer, "p" + seconds, "location.reported", seconds, "{\"lat\":47.0,\"lon\":8.5}");
    }

    private static String consent(String customer) {
        return TestEvents.consent(customer, 0)
                .replace("\"profile\"", "\"location\"")
                .replace("\"push\"", "\"push\",\"mail\"");
    }

    private static RuleFiles rules() {
        RuleFiles orders = SwitchRules.orderedAtNight();
        RuleFiles triggers = SwitchRules.both(orders, SwitchRules.seenNotOrdered("2h"));
        return SwitchRules.both(triggers, SwitchRules.staysInShop());
    }
}
