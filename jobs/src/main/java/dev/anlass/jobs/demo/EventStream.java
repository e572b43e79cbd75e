package dev.anlass.jobs.demo;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records that a demo feeds, in the order in which they arrive. */
public interface EventStream extends Closeable {

    /** The next record; null at the end. */
    byte @Nullable [] next() throws IOException;

    /** From which event time on the rhythm of the records counts, in milliseconds since 1970; what is before is history. */
    long rhythmFrom();
}
