package dev.anlass.engine.customer;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * The number of different values: exact up to {@link #SIZE}, then estimated from the smallest hashes.
 *
 * <p>The k smallest of uniformly spread hashes tell how many there are: Bar-Yossef et al., "Counting Distinct
 * Elements in a Data Stream", 2002. Immutable.
 *
 * @param smallest hashes in rising order, each at least 0
 */
public record DistinctSketch(List<Long> smallest) {

    /** How many hashes are kept. */
    public static final int SIZE = 64;

    private static final double RANGE = 0x1p63;

    public DistinctSketch {
        smallest = List.copyOf(smallest);
    }

    static DistinctSketch of(Object value) {
        byte[] id = HexFormat.of().parseHex(StableHash.id(String.valueOf(value)));
        return new DistinctSketch(List.of(ByteBuffer.wrap(id).getLong() & Long.MAX_VALUE));
    }

    DistinctSketch and(DistinctSketch other) {
        TreeSet<Long> all = new TreeSet<>(smallest);
        all.addAll(other.smallest);
        return new DistinctSketch(all.stream().limit(SIZE).toList());
    }

    long estimate() {
        if (smallest.size() < SIZE) {
            return smallest.size();
        }
        return Math.max(SIZE, Math.round((SIZE - 1) / (smallest.get(SIZE - 1) / RANGE)));
    }
}
