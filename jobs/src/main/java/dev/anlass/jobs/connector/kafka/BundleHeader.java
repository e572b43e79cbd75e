package dev.anlass.jobs.connector.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anlass.jobs.operator.Announcement;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * The record of the rules topic that completes a bundle; the chunks stand before it, under keys of their own.
 *
 * @param chunks how many there are
 */
record BundleHeader(Announcement announcement, int chunks) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String key() {
        return announcement.number();
    }

    String keyOfChunk(int index) {
        return announcement.number() + "/" + index;
    }

    static boolean isKeyOfChunk(String key) {
        return key.indexOf('/') >= 0;
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("number", announcement.number())
                    .put(
                            "effective_from",
                            Instant.ofEpochMilli(announcement.effectiveFrom()).toString())
                    .put("sha256", announcement.sha256())
                    .put("chunks", chunks));
        } catch (IOException e) {
            throw new IllegalStateException("a header is always JSON", e);
        }
    }

    static BundleHeader of(byte[] json) {
        try {
            JsonNode header = JSON.readTree(json);
            Announcement announcement = new Announcement(
                    header.path("number").asText(),
                    Instant.parse(header.path("effective_from").asText()).toEpochMilli(),
                    header.path("sha256").asText());
            return new BundleHeader(announcement, header.path("chunks").asInt());
        } catch (IOException | DateTimeParseException e) {
            throw new IllegalStateException(
                    "the rules topic holds a record that is no bundle of ours: "
                            + "let only `anlass deploy` write to it",
                    e);
        }
    }
}
