package dev.anlass.jobs.operator;

import dev.anlass.engine.rule.Settings;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The trigger operator in several subtasks, driven by hand, that can be stopped and go on in more or fewer. */
final class Subtasks implements AutoCloseable {

    /**
     * What all subtasks are given.
     *
     * @param busyCustomers how many customers each keeps ready for use
     */
    record Given(BundleLibrary library, Settings settings, StateBackend backend, Timers timers, int busyCustomers) {}

    private final Given given;
    private final List<TriggerSubtask> subtasks = new ArrayList<>();
    private final List<Outgoing> leftBehind = new ArrayList<>();

    private Subtasks(Given given, int parallelism, @Nullable OperatorSubtaskState all, int parallelismBefore)
            throws Exception {
        this.given = given;
        for (int index = 0; index < parallelism; index++) {
            OperatorSubtaskState own = all == null
                    ? null
                    : AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            all, JobSettings.MAX_PARALLELISM, parallelismBefore, parallelism, index);
            subtasks.add(new TriggerSubtask(given, parallelism, index, own));
        }
    }

    static Subtasks begin(Given given, int parallelism) throws Exception {
        return new Subtasks(given, parallelism, null, 0);
    }

    /** Stops these and goes on from their snapshot, in as many subtasks as said. */
    Subtasks restored(int parallelism) throws Exception {
        return restored(parallelism, given);
    }

    Subtasks restored(int parallelism, Given others) throws Exception {
        OperatorSubtaskState[] states = new OperatorSubtaskState[subtasks.size()];
        for (int index = 0; index < states.length; index++) {
            states[index] = subtasks.get(index).snapshot();
        }
        List<Outgoing> taken = taken();
        close();
        OperatorSubtaskState all = AbstractStreamOperatorTestHarness.repackageState(states);
        Subtasks restored = new Subtasks(others, parallelism, all, states.length);
        restored.leftBehind.addAll(taken);
        return restored;
    }

    int parallelism() {
        return subtasks.size();
    }

    void arrive(Arrival arrival) throws Exception {
        subtaskOf(TriggerSubtask.KEYS.keyOf(arrival.customer())).arrive(arrival);
    }

    /** Time has passed up to this instant, in milliseconds since 1970. */
    void passTo(long instant) throws Exception {
        for (TriggerSubtask subtask : subtasks) {
            subtask.passTo(instant);
        }
    }

    void announce(News news) throws Exception {
        for (TriggerSubtask subtask : subtasks) {
            subtask.announce(news);
        }
    }

    /** What is kept under a key of somebody who has just been erased, beside the tombstone and the objections. */
    List<String> leftOf(CustomerKey key) throws Exception {
        List<String> left = new ArrayList<>(subtaskOf(key).leftOf(key));
        if (alarms().containsKey(key)) {
            left.add("an alarm");
        }
        return left;
    }

    private TriggerSubtask subtaskOf(CustomerKey key) {
        int index =
                KeyGroupRangeAssignment.assignKeyToParallelOperator(key, JobSettings.MAX_PARALLELISM, subtasks.size());
        return subtasks.get(index);
    }

    /** For when the alarms of each customer are set. */
    Map<CustomerKey, List<Long>> alarms() throws Exception {
        Map<CustomerKey, List<Long>> alarms = new TreeMap<>();
        for (TriggerSubtask subtask : subtasks) {
            alarms.putAll(subtask.alarms());
        }
        return alarms;
    }

    /** What went out since the last call: the actions of all subtasks, then what went out beside them. */
    List<Outgoing> taken() {
        List<Outgoing> taken = new ArrayList<>(leftBehind);
        leftBehind.clear();
        subtasks.forEach(subtask -> taken.addAll(subtask.takenActions()));
        subtasks.forEach(subtask -> taken.addAll(subtask.taken(Outlets.DECISIONS)));
        subtasks.forEach(subtask -> taken.addAll(subtask.taken(Outlets.REJECTED)));
        return taken;
    }

    @Override
    public void close() throws Exception {
        for (TriggerSubtask subtask : subtasks) {
            subtask.close();
        }
    }
}
