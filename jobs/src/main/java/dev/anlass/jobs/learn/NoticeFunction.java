package dev.anlass.jobs.learn;

import dev.anlass.jobs.operator.RawRecord;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.util.Collector;

/** Takes from records of a topic what they say about actions; the others say nothing, and none is thrown at. */
public final class NoticeFunction implements FlatMapFunction<RawRecord, Tuple5<String, Integer, Long, String, String>> {

    private final LearningSettings settings;

    public NoticeFunction(LearningSettings settings) {
        this.settings = settings;
    }

    @Override
    public void flatMap(RawRecord raw, Collector<Tuple5<String, Integer, Long, String, String>> out) {
        LogRecord record =
                raw.isBinaryMode() ? LogReader.read(raw.attributes(), raw.value()) : LogReader.read(raw.value());
        Notice notice = Notice.of(record, settings);
        if (notice != null) {
            out.collect(Wire.of(notice));
        }
    }
}
