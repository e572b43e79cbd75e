package dev.anlass.jobs.advisor.stream;

import dev.anlass.jobs.operator.Outgoing;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/** Runs the function that keeps books; the end of the input is no time. */
final class ListOperator extends KeyedProcessOperator<String, Note, Outgoing> {

    ListOperator(ListFunction function) {
        super(function);
    }

    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        if (watermark.getTimestamp() != Long.MAX_VALUE) {
            super.processWatermark(watermark);
        }
    }
}
