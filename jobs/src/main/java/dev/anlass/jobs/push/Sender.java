package dev.anlass.jobs.push;

import java.util.concurrent.CompletableFuture;

/** Hands parcels to one provider. Safe to use by several threads. */
public interface Sender extends AutoCloseable {

    /**
     * Hands one over, without waiting.
     *
     * @return what the provider says; never fails, whatever goes wrong is an answer
     */
    CompletableFuture<Answer> send(Parcel parcel);

    @Override
    void close();
}
