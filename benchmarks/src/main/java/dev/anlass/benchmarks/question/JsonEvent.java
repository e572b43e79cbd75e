package dev.anlass.benchmarks.question;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.EventDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * An event as somebody sends it.
 *
 * @param time in milliseconds since 1970
 * @param data a JSON object
 */
record JsonEvent(String type, String customer, String id, long time, String data) {

    private static final String SOURCE = "shop/web";

    /** One that permits offers from all data on every channel. */
    static JsonEvent consent(String customer, String purpose, long time) {
        String data = "{\"record_id\":\"r-" + customer + "\",\"purpose\":\"" + purpose
                + "\",\"status\":\"given\",\"channels\":[\"push\",\"advisor\"],"
                + "\"data\":[\"behaviour\",\"location\",\"profile\",\"transactions\"],\"notice\":\"n1\"}";
        return new JsonEvent("consent.changed", customer, "c-" + customer, time, data);
    }

    static JsonEvent position(String customer, String id, long time, double latitude, double longitude) {
        String data = "{\"lat\":" + latitude + ",\"lon\":" + longitude + ",\"accuracy\":12.0}";
        return new JsonEvent("location.reported", customer, id, time, data);
    }

    /** Attributes and data in one JSON object. */
    byte[] structured() {
        String text = "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"" + SOURCE + "\",\"type\":\"" + type
                + "\",\"subject\":\"" + customer + "\",\"time\":\"" + Instant.ofEpochMilli(time)
                + "\",\"datacontenttype\":\"application/json\",\"data\":" + data + "}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The attributes of binary mode; the data comes beside them. */
    Map<String, String> attributes() {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                SOURCE,
                "type",
                type,
                "subject",
                customer,
                "time",
                Instant.ofEpochMilli(time).toString(),
                "datacontenttype",
                "application/json");
    }

    byte[] dataBytes() {
        return data.getBytes(StandardCharsets.UTF_8);
    }

    Event decodedBy(EventDecoder decoder) {
        Decoded decoded = decoder.decode(structured(), null);
        if (decoded instanceof Decoded.Accepted accepted) {
            return accepted.event();
        }
        throw new IllegalStateException("not accepted: " + this + " but " + decoded);
    }
}
