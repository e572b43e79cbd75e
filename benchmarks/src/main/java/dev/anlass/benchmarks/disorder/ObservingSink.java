package dev.anlass.benchmarks.disorder;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Notes what comes out and when. */
final class ObservingSink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;

    private final String name;

    ObservingSink(String name) {
        this.name = name;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        String sink = name;
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context written) {
                Observed.cameOut(sink, element);
            }

            @Override
            public void flush(boolean endOfInput) {
                // Noted at once.
            }

            @Override
            public void close() {
                // There is nothing to give back.
            }
        };
    }
}
