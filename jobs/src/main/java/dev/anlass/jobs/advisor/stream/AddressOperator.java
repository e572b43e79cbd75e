package dev.anlass.jobs.advisor.stream;

import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/** Runs the function that addresses notes; the end of an input is no time. */
final class AddressOperator extends KeyedCoProcessOperator<String, Note, Note, Note> {

    AddressOperator() {
        super(new AddressFunction());
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
