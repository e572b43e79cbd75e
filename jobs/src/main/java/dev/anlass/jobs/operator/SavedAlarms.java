package dev.anlass.jobs.operator;

import dev.anlass.jobs.config.Timers;
import dev.anlass.jobs.state.CustomerCodec;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;

/** Sees to it that every alarm is set after a restart: by Flink if snapshot and job keep them there, else by the state. */
final class SavedAlarms {

    /** Whether alarms are in a snapshot as timers of Flink. */
    private static final ListStateDescriptor<Boolean> SAVED = new ListStateDescriptor<>("alarms-saved", Types.BOOLEAN);

    private final boolean areComplete;

    private SavedAlarms(boolean areComplete) {
        this.areComplete = areComplete;
    }

    static SavedAlarms of(StateInitializationContext context, Timers timers) throws Exception {
        ListState<Boolean> stored = context.getOperatorStateStore().getUnionListState(SAVED);
        boolean areSaved = timers == Timers.ROCKSDB;
        boolean areComplete = areSaved;
        for (boolean saved : stored.get()) {
            areComplete &= saved;
        }
        stored.update(List.of(areSaved));
        return new SavedAlarms(areComplete);
    }

    /** Sets what is not set: each customer's stored bytes begin with the time of the alarm. */
    void complete(Alarms alarms, KeyedStateBackend<CustomerKey> customers) throws Exception {
        if (!areComplete) {
            customers.applyToAllKeys(
                    VoidNamespace.INSTANCE,
                    VoidNamespaceSerializer.INSTANCE,
                    TriggerFunction.CUSTOMER,
                    (customer, state) -> alarms.move(customer, Long.MAX_VALUE, CustomerCodec.nextDue(state.value())));
        }
    }
}
