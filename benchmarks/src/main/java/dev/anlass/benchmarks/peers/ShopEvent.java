package dev.anlass.benchmarks.peers;

import java.time.Instant;

/**
 * What a customer did in a shop.
 *
 * @param number of the event in its stream, from 0
 * @param time in milliseconds since 1970
 */
public record ShopEvent(
        long number, long time, Kind kind, String customer, String item, String category, double price) {

    /** What can be done in the shop. */
    public enum Kind {
        VIEWED("product.viewed"),
        ADDED("basket.added"),
        PURCHASED("item.purchased"),
        VISITED("shop.visited");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The kind whose CloudEvents have a type. */
        static Kind ofType(String type) {
            for (Kind kind : values()) {
                if (kind.type.equals(type)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("not done in this shop: " + type);
        }

        /** The type of its CloudEvents. */
        public String type() {
            return type;
        }
    }

    /** As a CloudEvent in JSON. */
    public String json() {
        return "{\"specversion\":\"1.0\",\"id\":\"" + number + "\",\"source\":\"urn:shop\",\"type\":\"" + kind.type()
                + "\",\"subject\":\"" + customer + "\",\"time\":\"" + Instant.ofEpochMilli(time)
                + "\",\"data\":{\"item\":\"" + item + "\",\"category\":\"" + category + "\",\"price\":" + price + "}}";
    }
}
