package dev.anlass.jobs.demo;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The records that a demo feeds, in the order in which they arrive. */
public interface EventStream extends Closeable {

    /** The next record; null at the end. */
    byte @Nullable [] next() throws IOException;

    /** The records that a source gives until it gives null; all of them are of the rhythm. */
    static EventStream of(Supplier<byte @Nullable []> source) {
        return new EventStream() {
            @Override
            public byte @Nullable [] next() {
                return source.get();
            }

            @Override
            public long rhythmFrom() {
                return Long.MIN_VALUE;
            }

            @Override
            public void close() {}
        };
    }

    /** From which event time on the rhythm of the records counts, in milliseconds since 1970; what is before is history. */
    long rhythmFrom();
}
