package dev.anlass.benchmarks.patterns;

import dev.anlass.jobs.operator.Arrival;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The watermark of a library that sorts before it matches: as far behind the newest event as an event may be late.
 *
 * <p>Said with every event, not five times a second as by Flink's own generator, so that the library waits for nothing
 * but its bound.
 */
final class BoundedDisorder implements WatermarkGenerator<Arrival> {

    private final long boundMillis;
    private long newest = Long.MIN_VALUE;

    private BoundedDisorder(Duration bound) {
        this.boundMillis = bound.toMillis();
    }

    static WatermarkStrategy<Arrival> of(Duration bound) {
        return WatermarkStrategy.<Arrival>forGenerator(context -> new BoundedDisorder(bound))
                .withTimestampAssigner((arrival, none) -> Against.event(arrival).time());
    }

    @Override
    public void onEvent(Arrival arrival, long time, WatermarkOutput output) {
        if (time > newest) {
            newest = time;
            output.emitWatermark(new Watermark(time - boundMillis - 1));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // Said with the event that brought it.
    }
}
