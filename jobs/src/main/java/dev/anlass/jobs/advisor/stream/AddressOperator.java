package dev.anlass.jobs.advisor.stream;

import dev.anlass.jobs.operator.PassedTime;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/** Runs the function that addresses notes; the end of an input is no time, and time goes on where it was before a restart. */
final class AddressOperator extends KeyedCoProcessOperator<String, Note, Note, Note> {

    private transient PassedTime passed;
    private long watermark = Long.MIN_VALUE;

    @SuppressWarnings("NullAway.Init") // Flink initializes the state before anything else.
    AddressOperator() {
        super(new AddressFunction());
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        passed = PassedTime.of(context);
        ((AddressFunction) getUserFunction()).goOnFrom(passed.by(Long.MIN_VALUE));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        passed.store(watermark);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        watermark = mark.getTimestamp();
        super.processWatermark(mark);
    }

    @Override
    public void processWatermark1(Watermark actions) throws Exception {
        if (actions.getTimestamp() != Long.MAX_VALUE) {
            super.processWatermark1(actions);
        }
    }

    @Override
    public void processWatermark2(Watermark events) throws Exception {
        if (events.getTimestamp() != Long.MAX_VALUE) {
            super.processWatermark2(events);
        }
    }
}
