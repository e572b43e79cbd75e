package dev.anlass.jobs.operator;

import java.util.HexFormat;

/** Under which a customer is kept: 16 bytes of a keyed hash, in two halves. People and files see them in hexadecimal. */
public record CustomerKey(long high, long low) implements Comparable<CustomerKey> {

    static final int BYTES = 2 * Long.BYTES;

    /** The hash is as good as random, so a part of it will do. */
    @Override
    public int hashCode() {
        return Long.hashCode(high);
    }

    /** In the order of the text. */
    @Override
    public int compareTo(CustomerKey other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
