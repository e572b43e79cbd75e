package dev.anlass.engine.expression;

import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in our words what the parser found wrong.
 *
 * <p>Where characters make no word at all, only that is said: what the parser makes of the rest is noise.
 */
final class SyntaxMistakes {

    private static final Pattern NO_WORD = Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);
    private static final Pattern UNEXPECTED =
            Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting.*", Pattern.DOTALL);
    private static final Pattern NO_WAY_ON = Pattern.compile("no viable alternative at input .*", Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("missing (.*) at .*", Pattern.DOTALL);
    private static final Pattern NEGATION_BEFORE = Pattern.compile("\\b(not|NOT)\\s*$");
    private static final String END = "<EOF>";

    private final String text;
    private final Offsets offsets;

    private SyntaxMistakes(String text) {
        this.text = text;
        this.offsets = new Offsets(text);
    }

    static List<Mistake> of(String text, List<CelIssue> issues) {
        SyntaxMistakes speech = new SyntaxMistakes(text);
        List<Mistake> noWords = new ArrayList<>();
        List<Mistake> others = new ArrayList<>();
        for (CelIssue issue : issues) {
            Matcher noWord = NO_WORD.matcher(issue.getMessage());
            if (noWord.matches()) {
                noWords.add(noWord(speech.offsets.of(issue), noWord.group(1).strip()));
            } else {
                others.add(speech.of(speech.offsets.of(issue), issue.getMessage()));
            }
        }
        return noWords.isEmpty() ? others : noWords;
    }

    private static Mistake noWord(int offset, String characters) {
        String first = characters.isEmpty() ? "" : characters.substring(0, characters.offsetByCodePoints(0, 1));
        if (first.equals("'") || first.equals("\"")) {
            return new Mistake(offset, "this text has no closing quotation mark", "expected: " + first + " at its end");
        }
        return new Mistake(
                offset,
                "\"" + first + "\" has no meaning in an expression",
                ForeignWords.insteadOfOperator(first).orElse(null));
    }

    private Mistake of(int offset, String said) {
        Matcher unexpected = UNEXPECTED.matcher(said);
        if (unexpected.matches()) {
            return unexpected(offset, unexpected.group(1));
        }
        if (NO_WAY_ON.matcher(said).matches()) {
            return unexpected(offset, wordAt(offset));
        }
        Matcher missing = MISSING.matcher(said);
        if (missing.matches()) {
            return new Mistake(offset, missing.group(1).replace('\'', '"') + " is missing", null);
        }
        return special(offset, said);
    }

    private Mistake unexpected(int offset, String word) {
        if (text.isBlank()) {
            return new Mistake(0, "the expression is empty", null);
        }
        if (word.equals(END)) {
            return new Mistake(text.length(), "the expression ends too early", null);
        }
        Matcher negation = NEGATION_BEFORE.matcher(text.substring(0, offset));
        if (negation.find()) {
            return unexpected(negation.start(), negation.group(1));
        }
        boolean isDecimalComma = word.equals(",") && isDigit(offset - 1) && isDigit(offset + 1);
        return new Mistake(
                offset,
                "\"" + word + "\" is not expected here",
                isDecimalComma
                        ? "expected: a decimal point"
                        : ForeignWords.insteadOfOperator(word).orElse(null));
    }

    private Mistake special(int offset, String said) {
        if (said.contains("recursion limit")) {
            return new Mistake(
                    0,
                    "the expression is nested deeper than " + Limits.MAX_DEPTH + " levels",
                    "expected: several steps or metrics instead of one expression");
        }
        if (said.contains("has() macro")) {
            int start = offsets.ofWordBefore(offset, "has");
            return new Mistake(start, "has() asks for a field", "expected: such as has(event.price)");
        }
        if (said.contains("simple name")) {
            return new Mistake(offset, "a macro begins with a new name", "expected: such as exists(x, x > 0)");
        }
        if (said.startsWith("unsupported syntax")) {
            return new Mistake(offset, "\"?\" is not expected here", "expected: condition ? one : other");
        }
        if (said.startsWith("For input string")) {
            return new Mistake(offset, "this number is too large for an int", "expected: a double, such as 1.0e20");
        }
        return new Mistake(offset, said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1), null);
    }

    private String wordAt(int offset) {
        int end = offset;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end == offset ? END : text.substring(offset, end);
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }
}
