package dev.anlass.engine.event;

import static dev.anlass.engine.event.FieldType.Scalar.BOOL;
import static dev.anlass.engine.event.FieldType.Scalar.DATE;
import static dev.anlass.engine.event.FieldType.Scalar.DOUBLE;
import static dev.anlass.engine.event.FieldType.Scalar.INT;
import static dev.anlass.engine.event.FieldType.Scalar.STRING;
import static dev.anlass.engine.event.FieldType.Scalar.TIMESTAMP;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A small shop's catalogue, its decoder, and what comes out of it in one line. */
final class Decoding {

    static final String TIME = "2026-03-02T20:00:00Z";

    static final Map<String, FieldType> CART_FIELDS = Map.of(
            "product_id", STRING,
            "price", DOUBLE,
            "quantity", INT,
            "gift", BOOL,
            "ships_at", TIMESTAMP,
            "released", DATE,
            "tags", new FieldType.ListOf(STRING),
            "shop", new FieldType.RecordOf(Map.of("name", STRING, "floor", INT)),
            "lines", new FieldType.ListOf(new FieldType.RecordOf(Map.of("product_id", STRING, "price", DOUBLE))));

    /** Each with a longest length; {@code code} and {@code codes} are read by no rule. */
    static final Map<String, FieldType> BRIEF_FIELDS = Map.of(
            "name", new FieldType.Bounded(STRING, 5),
            "tags", new FieldType.Bounded(new FieldType.ListOf(new FieldType.Bounded(STRING, 2)), 3),
            "shop", new FieldType.RecordOf(Map.of("name", new FieldType.Bounded(STRING, 4))),
            "code", new FieldType.Bounded(STRING, 3),
            "codes", new FieldType.Bounded(new FieldType.ListOf(INT), 2));

    static final Catalogue CATALOGUE = Catalogue.of(
            Map.of(
                    "cart", type("cart", CART_FIELDS),
                    "narrow", type("narrow", Map.of("price", DOUBLE, "name", STRING)),
                    "unread", type("unread", Map.of("price", DOUBLE)),
                    "brief", type("brief", BRIEF_FIELDS)),
            Map.of(
                    "birthdate", new Catalogue.Attribute("birthdate", DATE, "profile"),
                    "points", new Catalogue.Attribute("points", INT, "profile"),
                    "tier", new Catalogue.Attribute("tier", new FieldType.Bounded(STRING, 4), "profile"),
                    "nickname", new Catalogue.Attribute("nickname", STRING, "profile")),
            new FieldType.RecordOf(Map.of("kind", STRING)));

    static final EventDecoder DECODER = new EventDecoder(
            CATALOGUE,
            Map.of(
                    "cart", Set.of("*"),
                    "narrow", Set.of("price", "time"),
                    "brief", Set.of("name", "tags", "shop"),
                    "fence.entered", Set.of("fence", "time"),
                    "customer.updated", Set.of("birthdate", "points")),
            Set.of("s-7"));

    private Decoding() {}

    /** A good event of a type with the data. */
    static String event(String type, String data) {
        return """
                {"specversion":"1.0","id":"e-1","source":"urn:shop","type":"%s","subject":"c1","time":"%s","data":%s}""".formatted(type, TIME, data);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Decoded decode(String text) {
        return DECODER.decode(utf8(text), null);
    }

    /** The outcome of a good envelope with the data, in structured mode. */
    static String outcome(String type, String data) {
        return outcome(decode(event(type, data)));
    }

    /** The same event in binary mode. */
    static String binaryOutcome(String type, String data) {
        return outcome(DECODER.decode(attributes(type), utf8(data), null));
    }

    static Map<String, String> attributes(String type) {
        return new HashMap<>(Map.of("id", "e-1", "source", "urn:shop", "type", type, "subject", "c1", "time", TIME));
    }

    static String outcome(Decoded decoded) {
        if (decoded instanceof Decoded.Accepted accepted) {
            return accepted.event().fields() + (accepted.clockAhead() ? " clock ahead" : "");
        }
        if (decoded instanceof Decoded.Rejected rejected) {
            Decoded.Blocked blocks = rejected.blocks();
            return rejected.rejection().reason() + " of "
                    + rejected.rejection().eventId()
                    + (blocks == null ? "" : " blocks " + blocks.customer() + " " + blocks.purpose());
        }
        return decoded.toString();
    }

    private static EventType type(String name, Map<String, FieldType> fields) {
        return new EventType(name, EventType.BEHAVIOUR, new FieldType.RecordOf(fields));
    }
}
