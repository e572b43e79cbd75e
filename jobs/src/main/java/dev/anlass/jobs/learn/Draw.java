package dev.anlass.jobs.learn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The chance in a score table: for each cell one number between 0 and 1, at whose quantile the belief is drawn.
 *
 * <p>It is a hash of the seed, the time as of which is learned, the action and the type. So a table can be made again from
 * what stands in it, and tables of one seed differ from each other.
 */
final class Draw {

    private static final int UNUSED_BITS = 11;
    private static final double STEP = 0x1p-53;

    private Draw() {}

    /** SHA-256 over the parts in UTF-8 joined by U+0000; its first 53 bits, in the middle of their step. */
    static double share(long seed, long asOf, String action, @Nullable String type) {
        String parts =
                String.join("\u0000", Long.toString(seed), Long.toString(asOf), action, type == null ? "" : type);
        long bits =
                ByteBuffer.wrap(sha256(parts.getBytes(StandardCharsets.UTF_8))).getLong() >>> UNUSED_BITS;
        return (bits + 0.5) * STEP;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
