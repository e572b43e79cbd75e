package dev.anlass.jobs.push.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An app that reads, event by event. */
final class Reading implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InputStream stream;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /** One event as it came; the last is called "end". */
    record Event(String id, String name, JsonNode data) {

        String action() {
            return data.path("action_id").asText();
        }

        /** Such as "message a-1". */
        String told() {
            return data.has("action_id") ? name + " " + action() : name;
        }
    }

    private Reading(InputStream stream) {
        this.stream = stream;
        Thread thread = new Thread(this::read, "reading");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads an address with these headers. */
    static Reading of(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            return new Reading(response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The next event; fails if none comes. */
    Event next() {
        try {
            Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no event came");
            }
            return event;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Map<String, String> fields = new HashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && fields.containsKey("event")) {
                    events.add(new Event(
                            fields.getOrDefault("id", "none"), fields.get("event"), JSON.readTree(fields.get("data"))));
                    fields.clear();
                } else if (line.contains(": ")) {
                    String[] parts = line.split(": ", 2);
                    fields.put(parts[0], parts[1]);
                }
            }
        } catch (IOException e) {
            // The end, too.
        }
        events.add(new Event("", "end", JSON.nullNode()));
    }
}
