package dev.anlass.jobs.state;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Words that were read lately, found by their bytes, so that none is made twice: names of fields, types, sources, triggers.
 *
 * <p>A word takes the place of another with the same hash.
 */
final class KnownWords {

    /** A power of two, many times as many as there are triggers and fields: two words in one place are made again and again. */
    private static final int PLACES = 1 << 15;

    private static final AtomicReferenceArray<String> WORDS = new AtomicReferenceArray<>(PLACES);

    private KnownWords() {}

    static String at(byte[] bytes, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ hash >>> 16) & (PLACES - 1);
        String known = WORDS.getPlain(place);
        if (known != null && isSame(known, bytes, from, length)) {
            return known;
        }
        String word = new String(bytes, from, length, StandardCharsets.UTF_8).intern();
        WORDS.setRelease(place, word);
        return word;
    }

    /** A word that is not ASCII is never the same: it is made anew. */
    private static boolean isSame(String known, byte[] bytes, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
