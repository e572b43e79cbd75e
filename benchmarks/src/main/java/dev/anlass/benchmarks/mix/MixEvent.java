package dev.anlass.benchmarks.mix;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An event of the mix on its way.
 *
 * @param data a JSON object without its braces
 * @param time when it happened, in milliseconds since 1970
 * @param arrival when it is written to the stream, in milliseconds since 1970
 */
record MixEvent(String type, String source, int customer, long time, long arrival, String data) {

    static final String WEB = "urn:mix:web";
    static final String APP = "urn:mix:app";
    static final String CUSTOMERS = "urn:mix:customers";

    /** An event that arrives the moment it happens. */
    static MixEvent prompt(String type, int customer, long time, String data) {
        return new MixEvent(type, CUSTOMERS, customer, time, time, data);
    }

    /** As a line of CloudEvents in JSON. */
    byte[] line(long number) {
        return (json(number) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The same without the line end. */
    String json(long number) {
        return "{\"specversion\":\"1.0\",\"id\":\"e" + number + "\",\"source\":\"" + source + "\",\"type\":\"" + type
                + "\",\"subject\":\"u" + customer + "\",\"time\":\"" + Instant.ofEpochMilli(time)
                + "\",\"data\":{" + data + "}}";
    }

    /** The line of a tick: time has come this far. */
    static byte[] tick(long time) {
        return ("{\"specversion\":\"1.0\",\"id\":\"t" + time + "\",\"source\":\"urn:anlass:clock\",\"type\":\"tick\","
                        + "\"time\":\"" + Instant.ofEpochMilli(time) + "\"}\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A field of text. */
    static String text(String name, String value) {
        return "\"" + name + "\":\"" + value + "\"";
    }

    /** A field that is no text. */
    static String plain(String name, Object value) {
        return "\"" + name + "\":" + value;
    }
}
