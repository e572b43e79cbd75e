package dev.anlass.engine.expression;

import java.util.Map;
import java.util.Optional;

/** Words and signs of other languages, and what an author of CEL writes instead. */
final class ForeignWords {

    private static final Map<String, String> OPERATORS = Map.ofEntries(
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
            Map.entry(">", "!="), // what is left of <>
            Map.entry("#", "//"),
            Map.entry("else", "condition ? one : other"));

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("if", "condition ? one : other"),
            Map.entry("iff", "condition ? one : other"),
            Map.entry("not", "!"),
            Map.entry("len", "size()"),
            Map.entry("length", "size()"),
            Map.entry("count", "size()"),
            Map.entry("any", "exists()"),
            Map.entry("float", "double()"),
            Map.entry("str", "string()"),
            Map.entry("isNull", "!has()"),
            Map.entry("isEmpty", "size() == 0"),
            Map.entry("now", "event.time, or local_hour(customer.zone)"),
            Map.entry("today", "event.time, or local_hour(customer.zone)"));

    private ForeignWords() {}

    static Optional<String> insteadOfOperator(String word) {
        return Optional.ofNullable(OPERATORS.get(word)).map(ForeignWords::expected);
    }

    static Optional<String> insteadOfFunction(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name)).map(ForeignWords::expected);
    }

    private static String expected(String instead) {
        return "expected: " + instead;
    }
}
