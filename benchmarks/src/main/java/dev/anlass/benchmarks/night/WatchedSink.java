package dev.anlass.benchmarks.night;

import dev.anlass.jobs.operator.Outgoing;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Counts what comes out. Of lists it keeps the bytes, too, and tells how far time has come behind them. */
final class WatchedSink implements Sink<Outgoing> {

    static final String ACTIONS = "actions";
    static final String DECISIONS = "decisions";
    static final String REJECTED = "rejected";
    static final String CALLS = "calls";
    static final String LISTS = "lists";

    private static final long serialVersionUID = 1L;

    private final int watch;
    private final String name;

    WatchedSink(int watch, String name) {
        this.watch = watch;
        this.name = name;
    }

    @Override
    public SinkWriter<Outgoing> createWriter(WriterInitContext context) {
        return new Writer(
                NightWatch.numbered(watch), name, context.getTaskInfo().getIndexOfThisSubtask());
    }

    private static final class Writer implements SinkWriter<Outgoing> {

        private final NightWatch watch;
        private final LongAdder count;
        private final boolean keepsLists;
        private final int subtask;

        Writer(NightWatch watch, String name, int subtask) {
            this.watch = watch;
            this.count = watch.counter(name);
            this.keepsLists = name.equals(LISTS);
            this.subtask = subtask;
        }

        @Override
        public void write(Outgoing record, Context written) {
            count.increment();
            if (keepsLists) {
                watch.listed(record.value());
            }
        }

        @Override
        public void writeWatermark(Watermark watermark) {
            if (keepsLists) {
                watch.passed(subtask, watermark.getTimestamp());
            }
        }

        @Override
        public void flush(boolean endOfInput) {
            // Nothing waits.
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }
}
