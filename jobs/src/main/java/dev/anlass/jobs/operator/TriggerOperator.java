package dev.anlass.jobs.operator;

import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.operators.coordination.OperatorEventGateway;
import org.apache.flink.runtime.operators.coordination.OperatorEventHandler;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * Flink's operator for the trigger function, different from it in some things: time is that of the arrivals alone, the
 * end of an input is not the end of time, and before a snapshot everything is written to the state. It can be asked what it
 * remembers of a customer.
 */
public final class TriggerOperator extends CoBroadcastWithKeyedOperator<String, Arrival, News, Outgoing>
        implements OperatorEventHandler {

    private transient @Nullable OperatorEventGateway coordinator;

    public TriggerOperator(TriggerFunction function) {
        super(function, List.of(TriggerFunction.BUNDLES));
    }

    @Override
    public void open() throws Exception {
        super.open();
        function().keepCustomers(this, new SimpleTimerService(timers()));
    }

    /** Answers to questions go this way. */
    void answerBy(OperatorEventGateway gateway) {
        coordinator = gateway;
    }

    /** Answers if the customer belongs to this subtask; between two records, so that nothing is half done. */
    @Override
    public void handleOperatorEvent(OperatorEvent event) {
        StateQuestion question = (StateQuestion) event;
        if (coordinator != null && isMine(question.customer())) {
            setCurrentKey(question.customer());
            String json = function().remembered(question.customer());
            coordinator.sendEventToCoordinator(new StateAnswer(question.number(), json));
        }
    }

    private boolean isMine(String customer) {
        TaskInfo task = getRuntimeContext().getTaskInfo();
        int subtask = KeyGroupRangeAssignment.assignKeyToParallelOperator(
                customer, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks());
        return subtask == task.getIndexOfThisSubtask();
    }

    @Override
    public void processWatermark1(Watermark arrivals) throws Exception {
        if (arrivals.getTimestamp() != Long.MAX_VALUE) {
            function().look();
            processWatermark(arrivals);
        }
    }

    @Override
    public void processWatermark2(Watermark news) {
        // News say nothing about time and hold nobody back.
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        function().flush();
        super.snapshotState(context);
    }

    /** The same that Flink gives to the function with each record. */
    InternalTimerService<VoidNamespace> timers() {
        return getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this);
    }

    private TriggerFunction function() {
        return (TriggerFunction) getUserFunction();
    }
}
