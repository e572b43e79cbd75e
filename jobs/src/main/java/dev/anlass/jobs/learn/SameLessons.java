package dev.anlass.jobs.learn;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/** Sees to it that the learning job goes on counting as it began; prior and seed may change, they are not in the counts. */
final class SameLessons {

    private static final ListStateDescriptor<String> COUNTED = new ListStateDescriptor<>("lessons", Types.STRING);

    private SameLessons() {}

    static void orEnd(FunctionInitializationContext context, LearningSettings settings) throws Exception {
        ListState<String> stored = context.getOperatorStateStore().getUnionListState(COUNTED);
        for (String before : stored.get()) {
            if (!before.equals(settings.counted())) {
                throw new IllegalStateException(
                        "the learning job has counted with " + before + " and cannot go on with " + settings.counted()
                                + ": give the former options, or begin anew with --fresh");
            }
        }
        stored.update(List.of(settings.counted()));
    }
}
