package dev.anlass.engine.expression;

import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in our words what the parser found wrong. */
final class SyntaxMistakes {

    private static final Pattern UNEXPECTED =
            Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting.*", Pattern.DOTALL);
    private static final Pattern NO_ALTERNATIVE =
            Pattern.compile("no viable alternative at input '(.*)'", Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("missing (.*) at '(.*)'", Pattern.DOTALL);
    private static final Pattern NO_TOKEN = Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);

    /** Words of other languages and what CEL writes instead. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("and", "&&"),
            Map.entry("AND", "&&"),
            Map.entry("&", "&&"),
            Map.entry("or", "||"),
            Map.entry("OR", "||"),
            Map.entry("|", "||"),
            Map.entry("not", "!"),
            Map.entry("NOT", "!"),
            Map.entry("is", "=="),
            Map.entry("=", "=="),
            Map.entry("<>", "!="));

    private SyntaxMistakes() {}

    static List<Mistake> of(String text, List<CelIssue> issues) {
        Offsets offsets = new Offsets(text);
        List<Mistake> mistakes = new ArrayList<>();
        for (CelIssue issue : issues) {
            mistakes.add(of(text, offsets.of(issue), issue.getMessage()));
        }
        return mistakes;
    }

    private static Mistake of(String text, int offset, String said) {
        if (said.contains("recursion limit")) {
            return new Mistake(
                    0,
                    "the expression is nested deeper than " + Limits.MAX_DEPTH + " levels",
                    "split it, for instance into several steps or metrics");
        }
        Matcher unexpected = UNEXPECTED.matcher(said);
        if (unexpected.matches()) {
            return unexpected(text, offset, unexpected.group(1));
        }
        Matcher missing = MISSING.matcher(said);
        if (missing.matches()) {
            return new Mistake(offset, missing.group(1) + " is missing", null);
        }
        Matcher noToken = NO_TOKEN.matcher(said);
        if (noToken.matches()) {
            return meaningless(offset, noToken.group(1));
        }
        return NO_ALTERNATIVE.matcher(said).matches()
                ? unexpected(text, offset, wordAt(text, offset))
                : other(offset, said);
    }

    private static Mistake unexpected(String text, int offset, String word) {
        if (word.equals("<EOF>")) {
            return new Mistake(
                    text.length(), text.isBlank() ? "the expression is empty" : "the expression ends too early", null);
        }
        String instead = INSTEAD.get(word);
        return new Mistake(offset, "'" + word + "' is not expected here", instead == null ? null : "write " + instead);
    }

    private static Mistake meaningless(int offset, String characters) {
        char first = characters.isEmpty() ? ' ' : characters.charAt(0);
        if (first == '"' || first == '\'') {
            return new Mistake(
                    offset, "this text has no closing quotation mark", "write " + characters.strip() + first);
        }
        String word = characters.strip();
        return new Mistake(offset, "'" + word + "' has no meaning in an expression", insteadOf(word));
    }

    private static @Nullable String insteadOf(String word) {
        String instead = word.isEmpty() ? null : INSTEAD.get(word.substring(0, 1));
        return instead == null ? null : "write " + instead;
    }

    private static Mistake other(int offset, String said) {
        if (said.contains("has() macro")) {
            return new Mistake(offset, "has() asks for a field", "write it with a field, such as has(event.price)");
        }
        if (said.contains("simple name")) {
            return new Mistake(
                    offset, "the first argument of a macro is a new name", "write for instance exists(x, x > 0)");
        }
        return new Mistake(offset, decapitalized(said), null);
    }

    private static String wordAt(String text, int offset) {
        int end = offset;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return offset >= text.length() ? "<EOF>" : text.substring(offset, end);
    }

    private static String decapitalized(String said) {
        return said.isEmpty() ? said : Character.toLowerCase(said.charAt(0)) + said.substring(1);
    }
}
