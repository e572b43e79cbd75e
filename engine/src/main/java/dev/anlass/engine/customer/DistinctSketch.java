package dev.anlass.engine.customer;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * The number of different values: exact up to {@link #SIZE}, then estimated from the smallest hashes.
 *
 * <p>The k smallest of uniformly spread hashes tell how many there are: Bar-Yossef et al., "Counting Distinct
 * Elements in a Data Stream", 2002. Immutable.
 */
public record DistinctSketch(long[] smallest) {

    /** How many hashes are kept. */
    public static final int SIZE = 64;

    private static final double RANGE = 0x1p63;

    static DistinctSketch of(Object value) {
        byte[] id = HexFormat.of().parseHex(StableHash.id(String.valueOf(value)));
        return new DistinctSketch(new long[] {ByteBuffer.wrap(id).getLong() & Long.MAX_VALUE});
    }

    DistinctSketch and(DistinctSketch other) {
        TreeSet<Long> all = new TreeSet<>();
        Arrays.stream(smallest).forEach(all::add);
        Arrays.stream(other.smallest).forEach(all::add);
        return new DistinctSketch(
                all.stream().mapToLong(Long::longValue).limit(SIZE).toArray());
    }

    long estimate() {
        if (smallest.length < SIZE) {
            return smallest.length;
        }
        return Math.max(SIZE, Math.round((SIZE - 1) / (smallest[SIZE - 1] / RANGE)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistinctSketch sketch && Arrays.equals(smallest, sketch.smallest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(smallest);
    }

    @Override
    public String toString() {
        return "about " + estimate() + " different";
    }
}
