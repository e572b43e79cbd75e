package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.measure.Used;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the matches that come out of a job in this process; measuring ends when the last of its sinks has seen the end.
 *
 * <p>Tasks are made by copies, so both belong to the process.
 */
final class MatchSink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;
    private static final Set<Match> MATCHES = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger WRITING = new AtomicInteger();
    private static volatile @Nullable Used used;

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

    /** What the job used from its first record until no sink had anything left to do. */
    static Used used() {
        Used all = used;
        if (all == null) {
            throw new IllegalStateException("no job has come to its end");
        }
        return all;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        used = null;
        WRITING.incrementAndGet();
        Reader<T> match = reader;
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context written) {
                MATCHES.add(match.match(element));
            }

            @Override
            public void flush(boolean endOfInput) {
                if (endOfInput && WRITING.decrementAndGet() == 0) {
                    used = ShopFeed.meter().used();
                }
            }

            @Override
            public void close() {
                // There is nothing to give back.
            }
        };
    }
}
