package dev.anlass.engine.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;

/**
 * JSON as events may use it: UTF-8, at most {@link #MAX_BYTES} long, {@link #MAX_DEPTH} deep, with strings of at most
 * {@link #MAX_STRING}.
 *
 * <p>A text beyond the limits throws {@link StreamConstraintsException}, any other that cannot be read another {@link
 * IOException}. What one text gives never depends on the texts read before.
 */
final class JsonText {

    static final int MAX_BYTES = 64 * 1024;
    static final int MAX_DEPTH = 16;

    /** In characters (UTF-16), for names as well as values. */
    static final int MAX_STRING = 8 * 1024;

    private static final JsonFactory LIMITED = factory(MAX_DEPTH, MAX_STRING);
    private static final JsonFactory UNLIMITED = factory(MAX_BYTES, MAX_BYTES);

    private JsonText() {}

    /** A parser before the first token. */
    static JsonParser open(byte[] json) throws IOException {
        if (!Utf8.isValid(json) || isTakenForUtf16(json)) {
            throw new CharConversionException("not UTF-8");
        }
        return LIMITED.createParser(json);
    }

    /** A parser of as much of the text as is UTF-8 and no longer than allowed, however deep it is. */
    static JsonParser openRemains(byte[] json) throws IOException {
        if (isTakenForUtf16(json)) {
            throw new CharConversionException("not UTF-8");
        }
        return UNLIMITED.createParser(json, 0, Utf8.validPrefix(json, Math.min(json.length, MAX_BYTES)));
    }

    /** Passes the value that begins at the parser's token. */
    static void skip(JsonParser parser) throws IOException {
        int depth = 0;
        JsonToken token = parser.currentToken();
        while (true) {
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING) {
                requireShort(parser);
            }
            if (depth == 0) {
                return;
            }
            token = parser.nextToken();
        }
    }

    /** The string that the parser stands on. Half a surrogate pair, which no output could carry, counts as not JSON. */
    static String text(JsonParser parser) throws IOException {
        String text = parser.getText();
        if (!isWellFormed(text)) {
            throw new CharConversionException("half a surrogate pair");
        }
        return text;
    }

    /** The same without making a string of it. */
    static void requireWellFormed(JsonParser parser) throws IOException {
        char[] characters = parser.getTextCharacters();
        requireShort(parser);
        int end = parser.getTextOffset() + parser.getTextLength();
        for (int at = parser.getTextOffset(); at < end; at++) {
            if (Character.isSurrogate(characters[at])) {
                if (Character.charCount(Character.codePointAt(characters, at, end)) == 1) {
                    throw new CharConversionException("half a surrogate pair");
                }
                at++;
            }
        }
    }

    static boolean isWellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (Character.charCount(text.codePointAt(at)) == 1) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    private static void requireShort(JsonParser parser) throws IOException {
        if (parser.getTextLength() > MAX_STRING) {
            throw new StreamConstraintsException("string too long");
        }
    }

    static void requireObject(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("not an object");
        }
    }

    static JsonToken requireValue(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new IOException("no value");
        }
        return token;
    }

    static void requireEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new IOException("more than one value");
        }
    }

    /** Jackson takes a NUL among the first two bytes or a UTF-16 byte order mark for another encoding. */
    private static boolean isTakenForUtf16(byte[] json) {
        return json.length > 1 && (json[0] == 0 || json[1] == 0 || (json[0] & 0xFE) == 0xFE);
    }

    private static JsonFactory factory(int depth, int string) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depth)
                        .maxStringLength(string)
                        .maxNameLength(string)
                        .maxNumberLength(string)
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .build();
    }
}
