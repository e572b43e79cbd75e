package dev.anlass.engine.rulefile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a scalar that is an expression.
 *
 * @param from where the part begins in the text of the scalar
 */
record Passage(Node.Scalar scalar, int from, String text) {

    static Passage whole(Node.Scalar scalar) {
        return new Passage(scalar, 0, scalar.text());
    }

    /** The place in the file of a character of the expression. */
    Spot spotOf(int offset) {
        return scalar.spotOf(from + offset);
    }

    /** The place where the expression reads a name, or a field of it; its begin if that is not found. */
    Spot spotOfName(String name) {
        Matcher word = Pattern.compile("(?<![\\w.\"'])" + Pattern.quote(name) + "(?!\\w)")
                .matcher(text);
        return spotOf(word.find() ? word.start() : 0);
    }

    /** Whether the text reads a field of a name; for an expression that is not right. */
    boolean readsFieldOf(String name) {
        return Pattern.compile("(?<![\\w.\"'])" + Pattern.quote(name) + "\\s*\\.")
                .matcher(text)
                .find();
    }

    /** The place where the expression reads a field. */
    Spot spotOfField(String root, String field) {
        Matcher path = Pattern.compile(
                        "(?<![\\w.])" + Pattern.quote(root) + "\\s*\\.\\s*(" + Pattern.quote(field) + ")(?!\\w)")
                .matcher(text);
        return spotOf(path.find() ? path.start(1) : 0);
    }
}
