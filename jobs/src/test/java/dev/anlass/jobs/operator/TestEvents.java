package dev.anlass.jobs.operator;

import dev.anlass.jobs.connector.RecordSource.InTopic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Events as CloudEvents in JSON, at an offset in seconds from one instant. */
public final class TestEvents {

    public static final Instant START = Instant.parse("2026-03-02T20:00:00Z");

    private TestEvents() {}

    public static long at(long seconds) {
        return START.plusSeconds(seconds).toEpochMilli();
    }

    public static String order(String customer, String id, long seconds, double total) {
        return event(customer, id, "order.placed", seconds, "{\"order_id\":\"" + id + "\",\"total\":" + total + "}");
    }

    public static String view(String customer, String id, long seconds) {
        return event(customer, id, "product.viewed", seconds, "{\"product_id\":\"p-" + id + "\"}");
    }

    public static String consent(String customer, long seconds) {
        return event(
                customer,
                "consent-" + customer,
                "consent.changed",
                seconds,
                "{\"record_id\":\"r-1\",\"purpose\":\"offers\",\"status\":\"given\",\"channels\":[\"push\"],"
                        + "\"data\":[\"behaviour\",\"profile\"]}");
    }

    public static String tick(long seconds) {
        return "{\"specversion\":\"1.0\",\"id\":\"t\",\"source\":\"urn:anlass:ticker\",\"type\":\"tick\",\"time\":\""
                + START.plusSeconds(seconds) + "\"}";
    }

    public static String event(String customer, String id, String type, long seconds, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"urn:test\",\"type\":\"" + type
                + "\",\"subject\":\"" + customer + "\",\"time\":\"" + START.plusSeconds(seconds) + "\",\"data\":" + data
                + "}";
    }

    /** A record in structured mode, without append time. */
    public static RawRecord raw(String json) {
        return new RawRecord(
                new InTopic("anlass.events", 0, 17), null, Map.of(), json.getBytes(StandardCharsets.UTF_8));
    }
}
