package dev.anlass.engine.customer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes that never change between releases: SHA-256 over the UTF-8 parts joined by U+0000. */
public final class StableHash {

    /** Percentages are decided in steps of a hundredth of a per cent. */
    private static final long PERCENT_STEPS = 10_000;

    private static final int EVERYBODY = 100;

    private static final int ID_BYTES = 16;

    /** Copied for each hash, if the platform lets it be copied: that is cheaper than to look for the algorithm. */
    private static final MessageDigest UNUSED = sha256();

    private StableHash() {}

    /** An id of 32 hexadecimal digits. */
    public static String id(String... parts) {
        return HexFormat.of().formatHex(digest(parts), 0, ID_BYTES);
    }

    /** Whether the hash falls within the given per cent, 0 to 100. */
    public static boolean isWithin(double percent, String... parts) {
        return percent > 0 && (percent >= EVERYBODY || step(parts) < percent * (PERCENT_STEPS / EVERYBODY));
    }

    /** The hash in hundredths of a per cent, 0 to 9,999. */
    public static long step(String... parts) {
        return Long.remainderUnsigned(first8(parts), PERCENT_STEPS);
    }

    /** A share of a span in milliseconds: at least 0, below the span; 0 for an empty span. */
    public static long spread(long spanMillis, String customer) {
        return spanMillis <= 0 ? 0 : Long.remainderUnsigned(first8(customer), spanMillis);
    }

    private static long first8(String... parts) {
        return ByteBuffer.wrap(digest(parts)).getLong();
    }

    private static byte[] digest(String... parts) {
        return copied(UNUSED).digest(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest copied(MessageDigest unused) {
        try {
            return (MessageDigest) unused.clone();
        } catch (CloneNotSupportedException e) {
            return sha256();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
