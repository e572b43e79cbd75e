package dev.anlass.jobs.operator;

import dev.anlass.engine.simulation.Remnants;
import dev.anlass.jobs.config.BusyLimit;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.state.CustomerCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** One of several subtasks of the trigger operator. */
final class TriggerSubtask implements AutoCloseable {

    static final CustomerKeys KEYS = new CustomerKeys(new Secret("hush"));

    private final TriggerOperator operator;
    private final KeyedBroadcastOperatorTestHarness<CustomerKey, Arrival, News, Outgoing> flink;

    TriggerSubtask(Subtasks.Given given, int parallelism, int index, @Nullable OperatorSubtaskState state)
            throws Exception {
        this.operator = new TriggerOperator(
                new TriggerFunction(given.library(), given.settings(), new BusyLimit(given.busyCustomers()), KEYS),
                given.timers());
        this.flink = new KeyedBroadcastOperatorTestHarness<>(
                operator, KEYS, HandType.CUSTOMER_KEY, JobSettings.MAX_PARALLELISM, parallelism, index);
        flink.getExecutionConfig().enableObjectReuse();
        flink.setStateBackend(given.backend());
        flink.setup(
                HandType.OUTGOING.createSerializer(flink.getExecutionConfig().getSerializerConfig()));
        if (state != null) {
            flink.initializeState(state);
        }
        flink.open();
    }

    void arrive(Arrival arrival) throws Exception {
        flink.processElement(new StreamRecord<>(arrival));
    }

    void passTo(long instant) throws Exception {
        flink.processWatermark(new Watermark(instant));
    }

    void announce(News news) throws Exception {
        flink.processBroadcastElement(new StreamRecord<>(news));
    }

    OperatorSubtaskState snapshot() throws Exception {
        return flink.snapshot(1, 1);
    }

    Map<CustomerKey, List<Long>> alarms() throws Exception {
        return SetAlarms.of(operator);
    }

    /** What is stored under a key of somebody who has just been erased, beside the tombstone and the objections. */
    List<String> leftOf(CustomerKey key) throws Exception {
        operator.setCurrentKey(key);
        ValueState<byte[]> state = operator.getKeyedStateBackend()
                .getPartitionedState(
                        VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, TriggerFunction.CUSTOMER);
        return Remnants.of(CustomerCodec.decode(state.value()).state());
    }

    /** What is stored of the customer cannot be read any more. */
    void spoil(String customer) throws Exception {
        operator.setCurrentKey(KEYS.keyOf(customer));
        ValueState<byte[]> state = operator.getKeyedStateBackend()
                .getPartitionedState(
                        VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, TriggerFunction.CUSTOMER);
        state.update(new byte[] {-1});
    }

    /** What it answers to a question about the customer. */
    List<OperatorEvent> asked(String customer) {
        List<OperatorEvent> answers = new ArrayList<>();
        operator.answerBy(answers::add);
        operator.handleOperatorEvent(new StateQuestion(1, customer));
        return answers;
    }

    List<Outgoing> takenActions() {
        List<Outgoing> taken = List.copyOf(flink.extractOutputValues());
        flink.getOutput().clear();
        return taken;
    }

    List<Outgoing> taken(OutputTag<Outgoing> tag) {
        Queue<StreamRecord<Outgoing>> output = flink.getSideOutput(tag);
        if (output == null) {
            return List.of();
        }
        List<Outgoing> taken = output.stream().map(StreamRecord::getValue).toList();
        output.clear();
        return taken;
    }

    @Override
    public void close() throws Exception {
        flink.close();
    }
}
