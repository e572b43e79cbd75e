package dev.anlass.jobs.operator;

import dev.anlass.jobs.connector.RecordSource.InTopic;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The record that something came from. */
public final class Origin {

    /** Stands for an append time that the broker did not say. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private final InTopic source;
    private final byte[] hash;
    private final long appendedAt;

    /**
     * @param hash SHA-256 of the record's value
     * @param appendedAt when the broker appended it, in milliseconds since 1970; {@link #UNKNOWN} if it did not say
     */
    public Origin(InTopic source, byte[] hash, long appendedAt) {
        this.source = source;
        this.hash = hash;
        this.appendedAt = appendedAt;
    }

    public InTopic source() {
        return source;
    }

    byte[] hash() {
        return hash;
    }

    /** The hash in hexadecimal. */
    public String sha256() {
        return HexFormat.of().formatHex(hash);
    }

    public long appendedAt() {
        return appendedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin origin
                && source.equals(origin.source)
                && Arrays.equals(hash, origin.hash)
                && appendedAt == origin.appendedAt;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, Arrays.hashCode(hash), appendedAt);
    }

    @Override
    public String toString() {
        return source.inWords();
    }
}
