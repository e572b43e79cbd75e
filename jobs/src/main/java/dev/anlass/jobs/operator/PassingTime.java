package dev.anlass.jobs.operator;

import dev.anlass.jobs.config.Clock;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Time as the records of one partition let it pass: as far as the newest of them says, less a grace.
 *
 * <p>A tick says that everything before it has been written, an event that it has itself happened; hence the
 * millisecond that ticks are behind.
 */
public final class PassingTime implements WatermarkGenerator<RawRecord> {

    private final RecordTime times;
    private final long behindMillis;
    private long newest = RecordTime.NOTHING;

    private PassingTime(RecordTime times, long behindMillis) {
        this.times = times;
        this.behindMillis = behindMillis;
    }

    /** Each partition has a time of its own; the earliest of them counts. */
    public static WatermarkStrategy<RawRecord> by(Clock clock, Duration grace) {
        long millis = grace.toMillis();
        return switch (clock) {
            case TICKS -> strategy(new TickTime(), millis + 1);
            case EVENTS -> strategy(new EventTime(), millis);
        };
    }

    @Override
    public void onEvent(RawRecord raw, long timestamp, WatermarkOutput output) {
        long time = times.of(raw);
        if (time > newest) {
            newest = time;
            output.emitWatermark(new Watermark(time - behindMillis));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // Said at once, with the record that brought it.
    }

    private static WatermarkStrategy<RawRecord> strategy(RecordTime times, long behindMillis) {
        return WatermarkStrategy.<RawRecord>forGenerator(context -> new PassingTime(times, behindMillis))
                .withTimestampAssigner((raw, appended) -> appended);
    }
}
