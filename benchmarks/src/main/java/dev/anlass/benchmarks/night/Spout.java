package dev.anlass.benchmarks.night;

import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Gives out the records of one partition, portion by portion; between two it waits. */
final class Spout {

    private Iterator<byte[]> portion = Collections.emptyIterator();
    private CompletableFuture<Void> available = new CompletableFuture<>();

    /** The portion before it has been given out. */
    synchronized void pour(Iterator<byte[]> next) {
        portion = next;
        available.complete(null);
    }

    /** The next record; null as long as there is none. */
    synchronized byte @Nullable [] next() {
        if (portion.hasNext()) {
            return portion.next();
        }
        if (available.isDone()) {
            available = new CompletableFuture<>();
        }
        return null;
    }

    /** Done as soon as there may be a record. */
    synchronized CompletableFuture<Void> available() {
        return available;
    }
}
