package dev.anlass.engine.rulefile;

import dev.anlass.engine.rulefile.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a text with <code>${…}</code> in it: literal text, or an expression.
 *
 * <p><code>$${</code> stands for the characters <code>${</code>. The end of an expression is the brace that closes it:
 * braces inside its own braces and strings do not count.
 *
 * @param passage the expression; null for literal text
 */
record TemplatePiece(String literal, @Nullable Passage passage) {

    private static final String OPEN = "${";
    private static final String ESCAPED = "$${";

    static List<TemplatePiece> of(Scalar scalar, Findings findings) {
        String text = scalar.text();
        List<TemplatePiece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith(ESCAPED, at)) {
                literal.append(OPEN);
                at += ESCAPED.length();
            } else if (text.startsWith(OPEN, at)) {
                int end = end(text, at + OPEN.length());
                if (end < 0) {
                    findings.error(
                            scalar.spotOf(at),
                            "\"${\" is not closed",
                            "expected: \"}\", or \"$${\" for the characters themselves");
                    return pieces;
                }
                addLiteral(pieces, literal);
                pieces.add(new TemplatePiece("", passage(scalar, at, end)));
                at = end + 1;
            } else {
                literal.append(text.charAt(at++));
            }
        }
        addLiteral(pieces, literal);
        return pieces;
    }

    /** The expression if the text is nothing else. */
    static @Nullable Passage alone(Scalar scalar) {
        String text = scalar.text();
        boolean isAlone = text.startsWith(OPEN) && end(text, OPEN.length()) == text.length() - 1;
        return isAlone ? passage(scalar, 0, text.length() - 1) : null;
    }

    private static void addLiteral(List<TemplatePiece> pieces, StringBuilder literal) {
        if (!literal.isEmpty()) {
            pieces.add(new TemplatePiece(literal.toString(), null));
            literal.setLength(0);
        }
    }

    private static Passage passage(Scalar scalar, int open, int end) {
        int from = open + OPEN.length();
        return new Passage(scalar, from, scalar.text().substring(from, end));
    }

    /** Where the brace is that closes; -1 if there is none. */
    private static int end(String text, int from) {
        int depth = 0;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }
}
