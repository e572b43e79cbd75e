package dev.anlass.engine.rulefile;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How long something can be as JSON.
 *
 * @param bytes of UTF-8, as far as it is known
 * @param isDeclared whether the catalogue gives a length to a part of it
 * @param unbounded the parts that can be of any length, as authors write them; none of them is in the bytes
 */
record JsonLength(long bytes, boolean isDeclared, Set<String> unbounded) {

    static final JsonLength NONE = ofBytes(0);

    JsonLength {
        unbounded = Collections.unmodifiableSet(new TreeSet<>(unbounded));
    }

    static JsonLength ofBytes(long bytes) {
        return new JsonLength(bytes, false, Set.of());
    }

    static JsonLength unknown(String part) {
        return new JsonLength(0, false, Set.of(part));
    }

    JsonLength declared() {
        return new JsonLength(bytes, true, unbounded);
    }

    JsonLength times(int count) {
        return new JsonLength(bytes * count, isDeclared, unbounded);
    }

    JsonLength plus(long more) {
        return new JsonLength(bytes + more, isDeclared, unbounded);
    }

    /** The length of both. */
    JsonLength plus(JsonLength other) {
        return with(other, bytes + other.bytes);
    }

    /** The length of either. */
    JsonLength or(JsonLength other) {
        return with(other, Math.max(bytes, other.bytes));
    }

    private JsonLength with(JsonLength other, long length) {
        Set<String> both = new TreeSet<>(unbounded);
        both.addAll(other.unbounded);
        return new JsonLength(length, isDeclared || other.isDeclared, both);
    }
}
