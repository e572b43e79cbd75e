package dev.anlass.jobs.operator;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.jobs.connector.RecordSource.InTopic;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of the events topic, as it was read. */
public final class RawRecord {

    private final InTopic source;
    private final @Nullable Long appendedAt;
    private final Map<String, String> attributes;
    private final byte[] value;

    /**
     * @param appendedAt when the broker appended it, in milliseconds since 1970; null if it did not say
     * @param attributes of CloudEvents in binary mode, without prefix; empty in structured mode
     */
    public RawRecord(InTopic source, @Nullable Long appendedAt, Map<String, String> attributes, byte[] value) {
        this.source = source;
        this.appendedAt = appendedAt;
        this.attributes = Map.copyOf(attributes);
        this.value = value;
    }

    public InTopic source() {
        return source;
    }

    public @Nullable Long appendedAt() {
        return appendedAt;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public byte[] value() {
        return value;
    }

    public boolean isBinaryMode() {
        return !attributes.isEmpty();
    }

    /** What a decoder makes of it, in the mode in which it was written. */
    public Decoded decodedBy(EventDecoder decoder) {
        return isBinaryMode() ? decoder.decode(attributes, value, appendedAt) : decoder.decode(value, appendedAt);
    }

    public Origin origin() {
        return origin(sha256());
    }

    /** @param sha256 to be used again and again, by one thread */
    Origin origin(MessageDigest sha256) {
        return new Origin(source, sha256.digest(value), appendedAt == null ? Origin.UNKNOWN : appendedAt);
    }

    @Override
    public String toString() {
        return source.toString();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
