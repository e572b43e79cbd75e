package dev.anlass.jobs.push.stream;

import dev.anlass.jobs.operator.RawRecord;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Says nothing about the time, and holds back nobody who does. */
final class Timeless implements WatermarkGenerator<RawRecord> {

    private Timeless() {}

    static WatermarkStrategy<RawRecord> strategy() {
        return WatermarkStrategy.forGenerator(context -> new Timeless());
    }

    @Override
    public void onEvent(RawRecord raw, long timestamp, WatermarkOutput output) {
        output.markIdle();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.markIdle();
    }
}
