package dev.anlass.jobs.advisor.sheet;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of an advisor's file: the id where that is a plain name on every system, else what is plain of it and a hash, with
 * a sign between them that no plain name has. So different ids have different names, also where case does not count.
 */
final class FileName {

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)*");
    private static final Pattern RESERVED = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 64;
    private static final int LONGEST_BEFORE_HASH = 32;
    private static final int HASH_BYTES = 10;

    private FileName() {}

    static String of(String advisor) {
        boolean isPlain = advisor.length() <= LONGEST
                && PLAIN.matcher(advisor).matches()
                && !RESERVED.matcher(advisor).matches();
        return isPlain ? advisor : readable(advisor) + "~" + hash(advisor);
    }

    private static String readable(String advisor) {
        String start = advisor.substring(0, Math.min(advisor.length(), LONGEST_BEFORE_HASH));
        return NOT_PLAIN.matcher(start.toLowerCase(Locale.ROOT)).replaceAll("_");
    }

    /** As they are, because no encoding has a form for half a surrogate pair. */
    private static byte[] characters(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }

    private static String hash(String advisor) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(characters(advisor));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
