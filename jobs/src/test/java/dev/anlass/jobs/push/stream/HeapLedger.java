package dev.anlass.jobs.push.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.connector.RecordSource.InTopic;
import dev.anlass.jobs.operator.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A ledger in memory, which acknowledges at once, or when the test says so. */
final class HeapLedger implements Ledger {

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<byte[]> events = new ArrayList<>();
    final List<byte[]> messages = new ArrayList<>();
    final List<RawRecord> markers = new ArrayList<>();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private boolean isSlow;
    private boolean isBroken;

    /** Acknowledges nothing until {@link #acknowledge}. */
    void slow() {
        isSlow = true;
    }

    /** Nothing that is written from now on gets there. */
    void broken() {
        isBroken = true;
    }

    void acknowledge() {
        waiting.forEach(one -> {
            if (isBroken) {
                one.completeExceptionally(new IllegalStateException("no broker"));
            } else {
                one.complete(null);
            }
        });
        waiting.clear();
    }

    @Override
    public CompletableFuture<Void> tell(String customer, byte[] event) {
        events.add(event);
        return written();
    }

    @Override
    public CompletableFuture<Void> post(String customer, byte[] message) {
        messages.add(message);
        return written();
    }

    @Override
    public CompletableFuture<Void> mark(int partition, byte[] event) {
        markers.add(new RawRecord(new InTopic("events", partition, 0), null, Map.of(), event));
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> written() {
        CompletableFuture<Void> written = new CompletableFuture<>();
        waiting.add(written);
        if (!isSlow) {
            acknowledge();
        }
        return written;
    }

    /** Type, action and reason or target of each event. */
    List<String> told() {
        return events.stream().map(HeapLedger::words).toList();
    }

    private static String words(byte[] json) {
        try {
            JsonNode event = JSON.readTree(json);
            JsonNode data = event.path("data");
            String what = data.path("target").asText(data.path("reason").asText());
            return event.path("type").asText() + " " + data.path("action_id").asText() + " " + what;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void flush() {
        acknowledge();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
