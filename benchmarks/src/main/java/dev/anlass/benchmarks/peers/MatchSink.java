package dev.anlass.benchmarks.peers;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Keeps the matches that come out of a job in this process. Tasks are made by copies, so they belong to the process. */
final class MatchSink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;
    private static final Set<Match> MATCHES = ConcurrentHashMap.newKeySet();

    private final Reader<T> reader;

    /** Says which match an element is. */
    interface Reader<T> extends Serializable {
        Match match(T element);
    }

    MatchSink(Reader<T> reader) {
        this.reader = reader;
    }

    /** All since this was asked last. */
    static Set<Match> taken() {
        Set<Match> taken = new HashSet<>(MATCHES);
        MATCHES.clear();
        return taken;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        Reader<T> match = reader;
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context written) {
                MATCHES.add(match.match(element));
            }

            @Override
            public void flush(boolean endOfInput) {
                // Kept at once.
            }

            @Override
            public void close() {
                // There is nothing to give back.
            }
        };
    }
}
