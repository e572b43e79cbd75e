package dev.anlass.jobs.operator;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/** Whether the files of a snapshot are still to be wiped, remembered with it: a restart must not forget what is owed. */
final class OwedWiping {

    private static final ListStateDescriptor<Boolean> OWED = new ListStateDescriptor<>("wiping-owed", Types.BOOLEAN);

    private final ListState<Boolean> stored;
    private final boolean isRestored;

    private OwedWiping(ListState<Boolean> stored, boolean isRestored) {
        this.stored = stored;
        this.isRestored = isRestored;
    }

    /** What any subtask owed before a restart all of them owe: the files of one go to many. */
    static OwedWiping of(FunctionInitializationContext context) throws Exception {
        ListState<Boolean> stored = context.getOperatorStateStore().getUnionListState(OWED);
        boolean isOwed = false;
        for (boolean owed : stored.get()) {
            isOwed |= owed;
        }
        return new OwedWiping(stored, isOwed);
    }

    /** Passes on what was owed before a restart. */
    void passTo(Wiping wiping) {
        if (isRestored) {
            wiping.want();
        }
    }

    void store(Wiping wiping) throws Exception {
        stored.update(List.of(wiping.isOwed()));
    }
}
