package dev.anlass.benchmarks.throughput;

import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Counts what comes out and forgets it; tells the stopwatch when nothing more comes. */
final class CountingSink<T> implements Sink<T> {

    static final String ACTIONS = "actions";
    static final String DECISIONS = "decisions";
    static final String REJECTED = "rejected";

    private static final long serialVersionUID = 1L;

    private final String stopwatch;
    private final String name;

    CountingSink(String stopwatch, String name) {
        this.stopwatch = stopwatch;
        this.name = name;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        Stopwatch measuring = Stopwatch.named(stopwatch);
        LongAdder count = measuring.counter(name);
        measuring.writerBegins();
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context written) {
                count.increment();
            }

            @Override
            public void flush(boolean endOfInput) {
                if (endOfInput) {
                    measuring.writerEnds();
                }
            }

            @Override
            public void close() {
                // There is nothing to give back.
            }
        };
    }
}
