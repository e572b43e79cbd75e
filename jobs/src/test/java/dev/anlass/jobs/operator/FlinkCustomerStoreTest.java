package dev.anlass.jobs.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.rule.Settings;
import dev.anlass.engine.step.Engine;
import dev.anlass.engine.step.Input;
import dev.anlass.engine.step.Program;
import dev.anlass.engine.step.StepResult;
import dev.anlass.jobs.config.BusyRoom;
import dev.anlass.jobs.operator.CustomerStore.Memory;
import java.util.List;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.junit.jupiter.api.Test;

class FlinkCustomerStoreTest {

    private static final String ANNA = "anna-4711";
    private static final CustomerKey KEY = TriggerHarness.KEYS.keyOf(ANNA);

    /** Says whom the store has kept ready: who is read from the state is called this. */
    private static final String WHO_ASKS = "who asks";

    private final Program program =
            Program.of(List.of(new PublishedBundle("one", 0, TestRules.files()).loaded()), Settings.DEFAULT);
    private final FlinkCustomerStore customers = new FlinkCustomerStore(
            new OneTurn(),
            new Bytes(),
            (customer, insteadOf, at) -> {},
            () -> program,
            new BusyRoom(10, 1, 0),
            () -> 0,
            new Wiping(() -> true, Runnable::run, () -> 0));

    @Test
    void whoIsBusyIsKeptReady() {
        step(TestEvents.view(ANNA, "v-1", 10));

        assertThat(customers.peek(KEY, WHO_ASKS).customer()).isEqualTo(ANNA);
    }

    @Test
    void whoIsErasedIsNotKeptReadyByWhatArrivesTooLate() {
        step(TestEvents.view(ANNA, "v-1", 10));
        step(TestEvents.event(ANNA, "erasure", "customer.erased", 40, "{}"));
        assertThat(customers.peek(KEY, WHO_ASKS).customer()).isEqualTo(WHO_ASKS);

        step(TestEvents.view(ANNA, "v-2", 20));

        assertThat(customers.peek(KEY, WHO_ASKS).customer()).isEqualTo(WHO_ASKS);
    }

    private void step(String event) {
        Decoded.Accepted accepted = (Decoded.Accepted) TestEvents.raw(event).decodedBy(program.decoder());
        Memory before = customers.load(KEY, ANNA);
        StepResult result = Engine.step(program, before.state(), new Input.Arrived(accepted.event(), Long.MIN_VALUE));
        customers.store(before, before.then(result.state(), result.nextDue()));
    }

    /** It is always the same customer's turn. */
    private static final class OneTurn implements KeyContext {
        @Override
        public void setCurrentKey(Object key) {
            assertThat(key).isEqualTo(KEY);
        }

        @Override
        public Object getCurrentKey() {
            return KEY;
        }
    }

    /** The state of one customer. */
    private static final class Bytes implements ValueState<byte[]> {
        private byte[] value;

        @Override
        public byte[] value() {
            return value;
        }

        @Override
        public void update(byte[] bytes) {
            value = bytes;
        }

        @Override
        public void clear() {
            value = null;
        }
    }
}
