package dev.anlass.jobs.operator;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/** Sees to it that a job goes on with the secret with which it began: with another one it would find nobody again. */
final class SameSecret {

    private static final ListStateDescriptor<String> SIGN = new ListStateDescriptor<>("secret", Types.STRING);

    /** The key of nobody: no customer has an empty id. */
    private static final String NOBODY = "";

    private SameSecret() {}

    static void orEnd(FunctionInitializationContext context, CustomerKeys keys) throws Exception {
        String sign = keys.of(NOBODY);
        ListState<String> stored = context.getOperatorStateStore().getUnionListState(SIGN);
        for (String before : stored.get()) {
            if (!before.equals(sign)) {
                throw new IllegalStateException("the customer_secret is not the one with which this state was written,"
                        + " so nobody would be found again: set the former one, or begin anew with --fresh");
            }
        }
        stored.update(List.of(sign));
    }
}
