package dev.anlass.jobs.operator;

import dev.anlass.jobs.config.Timers;
import dev.anlass.jobs.operator.AlarmsInMemory.Due;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.operators.coordination.OperatorEventGateway;
import org.apache.flink.runtime.operators.coordination.OperatorEventHandler;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.state.rocksdb.RocksDBKeyedStateBackend;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.TimerHeapInternalTimer;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/**
 * Flink's operator for the trigger function, different from it in some things: time is that of the arrivals alone, the
 * end of an input is not the end of time, before a snapshot everything is written to the state, and what was erased
 * leaves the files of the state. It can be asked what it remembers of a customer.
 */
public final class TriggerOperator extends CoBroadcastWithKeyedOperator<CustomerKey, Arrival, News, Outgoing>
        implements OperatorEventHandler {

    private static final long serialVersionUID = 1L;

    /** Begins the thread for work that nobody waits for. */
    interface Background extends Serializable {
        ExecutorService begin();
    }

    private final Timers timers;
    private final Background background;
    private transient SavedAlarms savedAlarms;
    private transient @Nullable AlarmsInMemory alarms;
    private transient @Nullable ExecutorService begun;
    private transient @Nullable OperatorEventGateway coordinator;

    public TriggerOperator(TriggerFunction function, Timers timers) {
        this(function, timers, Executors::newSingleThreadExecutor);
    }

    @SuppressWarnings("NullAway.Init") // Flink calls initializeState before anything else.
    TriggerOperator(TriggerFunction function, Timers timers, Background background) {
        super(function, List.of(TriggerFunction.BUNDLES));
        this.timers = timers;
        this.background = background;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        savedAlarms = SavedAlarms.of(context, timers);
    }

    @Override
    public void open() throws Exception {
        super.open();
        begun = background.begin();
        Wiping wiping = new Wiping(this::compact, begun, System::nanoTime);
        TimerService time = new SimpleTimerService(timers());
        alarms = timers == Timers.HEAP ? new AlarmsInMemory() : null;
        Alarms used = alarms == null ? new FlinkAlarms(time) : alarms;
        function().keepCustomers(this, time, used, wiping, slots());
        savedAlarms.complete(used, getKeyedStateBackend());
    }

    /** Of this process. */
    private int slots() {
        return getContainingTask()
                .getEnvironment()
                .getTaskManagerInfo()
                .getConfiguration()
                .get(TaskManagerOptions.NUM_TASK_SLOTS);
    }

    /** A compaction that has not begun is left out: it is owed, and the next job begins it. */
    @Override
    public void close() throws Exception {
        boolean wasInterrupted = begun != null && waitForTheEnd(begun);
        try {
            super.close();
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * RocksDB must not be closed while it compacts, whoever interrupts; no compaction can be broken off from here.
     *
     * @return whether somebody interrupted
     */
    private static boolean waitForTheEnd(ExecutorService compaction) {
        compaction.shutdownNow();
        boolean hasEnded = false;
        boolean wasInterrupted = false;
        while (!hasEnded) {
            try {
                hasEnded = compaction.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                wasInterrupted = true;
            }
            if (!hasEnded) {
                LOG.info("waiting for the compaction after an erasure to end");
            }
        }
        return wasInterrupted;
    }

    /** On the heap nothing is left of what was overwritten. */
    private boolean compact() {
        try {
            if (getKeyedStateBackend() instanceof RocksDBKeyedStateBackend<?> rocks) {
                rocks.compactState(TriggerFunction.CUSTOMER);
            }
            return true;
        } catch (RocksDBException e) {
            getContainingTask().getEnvironment().failExternally(e);
            return false;
        }
    }

    /** Answers to questions go this way. */
    void answerBy(OperatorEventGateway gateway) {
        coordinator = gateway;
    }

    /** Answers if the customer belongs to this subtask; between two records, so that nothing is half done. */
    @Override
    public void handleOperatorEvent(OperatorEvent event) {
        StateQuestion question = (StateQuestion) event;
        CustomerKey key = function().keyOf(question.customer());
        if (coordinator != null && isMine(key)) {
            setCurrentKey(key);
            coordinator.sendEventToCoordinator(new StateAnswer(question.number(), remembered(question.customer())));
        }
    }

    /** Null if it cannot be read: a question must not end the job. What the mistake says may name the customer. */
    private @Nullable String remembered(String customer) {
        try {
            return function().remembered(customer);
        } catch (RuntimeException e) {
            LOG.warn(
                    "what is remembered of a customer cannot be read: {}",
                    e.getClass().getName());
            return null;
        }
    }

    private boolean isMine(CustomerKey key) {
        TaskInfo task = getRuntimeContext().getTaskInfo();
        int subtask = KeyGroupRangeAssignment.assignKeyToParallelOperator(
                key, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks());
        return subtask == task.getIndexOfThisSubtask();
    }

    @Override
    public void processWatermark1(Watermark arrivals) throws Exception {
        if (arrivals.getTimestamp() != Long.MAX_VALUE) {
            function().look();
            timeServiceManager.advanceWatermark(arrivals);
            ring(arrivals.getTimestamp());
            output.emitWatermark(arrivals);
        }
    }

    /** Wakes who is due by then, one after the other as Flink does it, also who comes due only by that. */
    private void ring(long passed) throws Exception {
        for (Due due = takeDue(passed); due != null; due = takeDue(passed)) {
            setCurrentKey(due.customer());
            super.onEventTime(new TimerHeapInternalTimer<>(due.at(), due.customer(), VoidNamespace.INSTANCE));
        }
    }

    private @Nullable Due takeDue(long passed) {
        return alarms == null || getContainingTask().isCanceled() ? null : alarms.takeDue(passed);
    }

    /** What is left of Flink's timers in a snapshot says nothing that the alarms in memory do not say. */
    @Override
    public void onEventTime(InternalTimer<CustomerKey, VoidNamespace> timer) throws Exception {
        if (alarms == null) {
            super.onEventTime(timer);
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

    /** Null if Flink keeps them. */
    @Nullable
    AlarmsInMemory alarmsInMemory() {
        return alarms;
    }

    /** The same that Flink gives to the function with each record. */
    InternalTimerService<VoidNamespace> timers() {
        return getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this);
    }

    private TriggerFunction function() {
        return (TriggerFunction) getUserFunction();
    }
}
