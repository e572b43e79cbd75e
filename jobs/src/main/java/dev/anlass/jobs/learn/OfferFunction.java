package dev.anlass.jobs.learn;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.api.java.tuple.Tuple6;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Joins what is said about one action, and gives its trial as soon as its window has passed.
 *
 * <p>Feedback may come before the decision; what belongs to no action of ours is forgotten after the window.
 */
public final class OfferFunction
        extends KeyedCoProcessFunction<
                String,
                Tuple5<String, Integer, Long, String, String>,
                Tuple5<String, Integer, Long, String, String>,
                Tuple5<String, String, Long, Boolean, Long>> {

    private static final ValueStateDescriptor<Tuple6<String, String, Long, Long, Long, Long>> OFFER =
            new ValueStateDescriptor<>("offer", Wire.OFFER);

    private final long windowMillis;
    private transient ValueState<Tuple6<String, String, Long, Long, Long, Long>> state;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    public OfferFunction(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(OFFER);
    }

    @Override
    public void processElement1(
            Tuple5<String, Integer, Long, String, String> feedback,
            Context context,
            Collector<Tuple5<String, String, Long, Boolean, Long>> out)
            throws Exception {
        take(feedback, context);
    }

    @Override
    public void processElement2(
            Tuple5<String, Integer, Long, String, String> decided,
            Context context,
            Collector<Tuple5<String, String, Long, Boolean, Long>> out)
            throws Exception {
        take(decided, context);
    }

    private void take(Tuple5<String, Integer, Long, String, String> said, Context context) throws Exception {
        Notice notice = Wire.notice(said);
        var stored = state.value();
        Offer offer = (stored == null ? Offer.UNKNOWN : Wire.offer(stored)).with(notice);
        state.update(Wire.of(offer));
        context.timerService().registerEventTimeTimer(notice.time() + windowMillis);
        if (offer.action() != null) {
            context.timerService().registerEventTimeTimer(offer.settledAt(windowMillis));
        }
    }

    @Override
    public void onTimer(
            long timestamp, OnTimerContext context, Collector<Tuple5<String, String, Long, Boolean, Long>> out)
            throws Exception {
        var stored = state.value();
        if (stored == null) {
            return;
        }
        Offer offer = Wire.offer(stored);
        Trial trial = offer.trial(windowMillis, timestamp);
        if (trial != null) {
            out.collect(Wire.of(trial));
        }
        if (timestamp >= lastNeeded(offer)) {
            state.clear();
        }
    }

    /** An action is followed to the end of its window, feedback without one as long. */
    private long lastNeeded(Offer offer) {
        if (offer.action() != null) {
            return offer.settledAt(windowMillis);
        }
        long last = Long.MIN_VALUE;
        for (long time : new long[] {offer.endedAt(), offer.succeededAt(), offer.rejectedAt()}) {
            last = time == Offer.NEVER ? last : Math.max(last, time);
        }
        return last + windowMillis;
    }
}
