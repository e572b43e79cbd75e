package dev.anlass.jobs.learn;

import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Runs the function that joins offers.
 *
 * <p>Time passes no faster than both events and decisions have been read, so that no feedback is forgotten before its
 * decision; the end of an input is no time.
 */
public final class OfferOperator
        extends KeyedCoProcessOperator<
                String,
                Tuple5<String, Integer, Long, String, String>,
                Tuple5<String, Integer, Long, String, String>,
                Tuple5<String, String, Long, Boolean, Long>> {

    public OfferOperator(OfferFunction function) {
        super(function);
    }

    @Override
    public void processWatermark1(Watermark events) throws Exception {
        if (events.getTimestamp() != Long.MAX_VALUE) {
            super.processWatermark1(events);
        }
    }

    @Override
    public void processWatermark2(Watermark decisions) throws Exception {
        if (decisions.getTimestamp() != Long.MAX_VALUE) {
            super.processWatermark2(decisions);
        }
    }
}
