package dev.anlass.jobs.connector.file;

import dev.anlass.jobs.connector.RecordSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A line of a file of events, without the line feed that ends it. */
public final class EventLine {

    private final String file;
    private final long number;
    private final byte[] bytes;
    private final byte @Nullable [] hash;

    EventLine(String file, long number, byte[] bytes) {
        this(file, number, bytes, null);
    }

    EventLine(String file, long number, byte[] bytes, byte @Nullable [] hash) {
        this.file = file;
        this.number = number;
        this.bytes = bytes;
        this.hash = hash;
    }

    /** The line, or its beginning if it is longer than an event may be. */
    public byte[] bytes() {
        return bytes;
    }

    public RecordSource source() {
        return new RecordSource.InFile(file, number);
    }

    /** The hash of the whole line, in hexadecimal. */
    public String sha256() {
        return HexFormat.of().formatHex(hash != null ? hash : sha256Digest().digest(bytes));
    }

    boolean isBlank() {
        for (byte character : bytes) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return bytes.length <= EventLines.MAX_BYTES;
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
