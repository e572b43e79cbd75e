package dev.anlass.jobs.push.stream;

import java.io.Serializable;
import java.util.concurrent.CompletableFuture;

/**
 * Where it is written down at once what became of messages. The events are the memory that outlives a kill: what is
 * acknowledged here is read again afterwards, before anything more goes out.
 */
public interface Ledger extends AutoCloseable {

    /** Opens one for a subtask. */
    interface Opener extends Serializable {
        Ledger open();
    }

    /** Writes an event of a customer; done when the broker has it. */
    CompletableFuture<Void> tell(String customer, byte[] event);

    /** Writes what open apps of a customer are to show; done when the broker has it. */
    CompletableFuture<Void> post(String customer, byte[] message);

    /** Writes an event behind all that stands in a partition of the events. */
    CompletableFuture<Void> mark(int partition, byte[] event);

    /** Returns when everything was acknowledged. */
    void flush();

    @Override
    void close();
}
