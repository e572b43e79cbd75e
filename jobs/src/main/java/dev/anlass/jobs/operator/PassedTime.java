package dev.anlass.jobs.operator;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * How far time has passed for a subtask, in milliseconds since 1970.
 *
 * <p>Flink forgets its watermark with a restart and learns it anew only behind the next record. What happens in between
 * must not depend on whether there was a restart, so this one is remembered.
 */
public final class PassedTime {

    private static final ListStateDescriptor<Long> PASSED = new ListStateDescriptor<>("passed", Types.LONG);

    private final ListState<Long> stored;
    private final long restored;

    private PassedTime(ListState<Long> stored, long restored) {
        this.stored = stored;
        this.restored = restored;
    }

    /** As it was before a restart: that of the subtask for which the least had passed, whatever the parallelism was. */
    public static PassedTime of(FunctionInitializationContext context) throws Exception {
        ListState<Long> stored = context.getOperatorStateStore().getUnionListState(PASSED);
        long least = Long.MAX_VALUE;
        for (long passed : stored.get()) {
            least = Math.min(least, passed);
        }
        return new PassedTime(stored, least == Long.MAX_VALUE ? Long.MIN_VALUE : least);
    }

    /** By the watermark, unless it had passed further before a restart. */
    public long by(long watermark) {
        return Math.max(watermark, restored);
    }

    public void store(long watermark) throws Exception {
        stored.update(List.of(by(watermark)));
    }
}
