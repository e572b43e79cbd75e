package dev.anlass.engine.simulation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What hashes decide: SHA-256 over the parts joined by U+0000. */
final class Identity {

    private static final int ID_DIGITS = 32;

    private Identity() {}

    /** The id of a match: of the customer, the trigger and what completed it. */
    static String of(String customer, String trigger, String... completedBy) {
        List<String> parts = new ArrayList<>(List.of(customer, trigger));
        parts.addAll(List.of(completedBy));
        return "a-" + HexFormat.of().formatHex(digest(parts)).substring(0, ID_DIGITS);
    }

    /** A share of a span. */
    static long spread(String customer, long spanMillis) {
        return first8(List.of(customer)).mod(BigInteger.valueOf(spanMillis)).longValue();
    }

    /** Whether a hash falls within so many per cent. */
    static boolean isWithin(double percent, String... parts) {
        return first8(List.of(parts)).mod(BigInteger.valueOf(10_000)).longValue() < percent * 100;
    }

    private static BigInteger first8(List<String> parts) {
        return new BigInteger(1, digest(parts), 0, Long.BYTES);
    }

    private static byte[] digest(List<String> parts) {
        try {
            byte[] text = String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
