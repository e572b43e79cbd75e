package dev.anlass.jobs.demo.phones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request as a server gets it. */
final class Call {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String method;
    private final String path;
    private final HttpHeaders headers;
    private final byte[] body;

    /** @param body handed over to the call */
    Call(String method, String path, HttpHeaders headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    HttpHeaders headers() {
        return headers;
    }

    /** Not to be changed. */
    byte[] body() {
        return body;
    }

    /** A header; empty if it is not there. */
    String header(String name) {
        return headers.get(name, "");
    }

    JsonNode json() {
        return json(body);
    }

    /** Missing if it is no JSON. */
    static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException noJson) {
            return JSON.missingNode();
        }
    }

    /** What a server says to it. */
    record Reply(int status, Map<String, String> headers, String body) {

        static Reply of(int status) {
            return new Reply(status, Map.of(), "");
        }

        static Reply of(int status, JsonNode body) {
            return new Reply(status, Map.of("content-type", "application/json"), body.toString());
        }

        Reply with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body);
        }
    }
}
