package dev.anlass.jobs.advisor.stream;

import dev.anlass.jobs.operator.Outgoing;
import dev.anlass.jobs.operator.PassedTime;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/** Runs the function that keeps books; the end of the input is no time, and time goes on where it was before a restart. */
final class ListOperator extends KeyedProcessOperator<String, Note, Outgoing> {

    private transient PassedTime passed;
    private long watermark = Long.MIN_VALUE;

    @SuppressWarnings("NullAway.Init") // Flink initializes the state before anything else.
    ListOperator(ListFunction function) {
        super(function);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        passed = PassedTime.of(context);
        ((ListFunction) getUserFunction()).goOnFrom(passed.by(Long.MIN_VALUE));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        passed.store(watermark);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.getTimestamp() != Long.MAX_VALUE) {
            watermark = mark.getTimestamp();
            super.processWatermark(mark);
        }
    }
}
