package dev.anlass.engine.event;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Texts of which there are few, such as types and sources: found by their characters, so that none is made for each record.
 *
 * <p>A text takes the place of another with the same hash. May be shared between threads.
 */
final class FewTexts {

    /** A power of two. */
    private static final int PLACES = 1 << 10;

    /** Longer ones are made anew each time. */
    private static final int LONGEST = 128;

    private final AtomicReferenceArray<String> texts = new AtomicReferenceArray<>(PLACES);

    /** The string that the parser stands on, as {@link JsonText#text} reads it. */
    String read(JsonParser parser) throws IOException {
        char[] characters = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int length = parser.getTextLength();
        if (length > LONGEST) {
            return JsonText.text(parser);
        }
        int place = place(characters, from, length);
        String known = texts.getPlain(place);
        if (known != null && isSame(known, characters, from, length)) {
            return known;
        }
        String text = JsonText.text(parser);
        texts.setRelease(place, text);
        return text;
    }

    private static int place(char[] characters, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + characters[i];
        }
        return (hash ^ hash >>> 16) & (PLACES - 1);
    }

    private static boolean isSame(String known, char[] characters, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != characters[from + i]) {
                return false;
            }
        }
        return true;
    }
}
