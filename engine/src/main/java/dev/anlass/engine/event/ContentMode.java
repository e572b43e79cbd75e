package dev.anlass.engine.event;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One event in one of the two forms that CloudEvents defines for a message. */
interface ContentMode {

    /**
     * Reads the whole message.
     *
     * @param envelope is filled with the attributes
     * @return null if the type is absent or unknown
     */
    @Nullable
    Data read(Envelope envelope) throws IOException;

    /** Bytes that the message counts against the limit. */
    int size();

    /** What can be read of a message that was rejected. */
    Remains remains();
}
