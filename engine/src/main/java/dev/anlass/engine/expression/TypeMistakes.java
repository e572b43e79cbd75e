package dev.anlass.engine.expression;

import dev.anlass.engine.event.FieldType;
import dev.anlass.engine.event.FieldType.Scalar;
import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in our words what the type checker found wrong. */
final class TypeMistakes {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.*)' \\(in container.*");
    private static final Pattern UNDEFINED_FIELD = Pattern.compile("undefined field '(.*)'");
    private static final Pattern NO_OVERLOAD = Pattern.compile(
            "found no matching overload for '(.*?)' applied to '(.*?)'(?: \\(candidates.*)?", Pattern.DOTALL);
    private static final Pattern NO_FIELDS = Pattern.compile("type '(.*)' does not support field selection");
    private static final Pattern NO_RANGE = Pattern.compile("expression of type '(.*)' cannot be range.*");
    private static final Pattern EXPECTED = Pattern.compile("expected type '(.*)' but found '(.*)'");

    private final WordsInScope words;
    private final Offsets offsets;
    private final NumberHints hints;

    TypeMistakes(WordsInScope words, Offsets offsets, NumberHints hints) {
        this.words = words;
        this.offsets = offsets;
        this.hints = hints;
    }

    List<Mistake> of(List<CelIssue> issues) {
        List<Mistake> mistakes = new ArrayList<>();
        for (CelIssue issue : issues) {
            mistakes.add(of(issue));
        }
        return mistakes;
    }

    private Mistake of(CelIssue issue) {
        int offset = offsets.of(issue);
        String said = issue.getMessage();
        Matcher undeclared = UNDECLARED.matcher(said);
        if (undeclared.matches()) {
            return undeclared(issue.getExprId(), offset, undeclared.group(1));
        }
        Matcher field = UNDEFINED_FIELD.matcher(said);
        if (field.matches()) {
            String name = field.group(1);
            return new Mistake(
                    offsets.ofWordFrom(offset, name),
                    "there is no field " + name,
                    words.nearestField(issue.getExprId(), name));
        }
        Matcher overload = NO_OVERLOAD.matcher(said);
        if (overload.matches()) {
            return noOverload(issue.getExprId(), offset, overload);
        }
        return other(offset, said);
    }

    private Mistake undeclared(long id, int offset, String name) {
        if (words.isCall(id)) {
            int at = offsets.ofWordBefore(offset, name);
            if (Functions.names().contains(name)) {
                return new Mistake(at, name + " takes one argument, a time zone", "write " + name + "(customer.zone)");
            }
            return new Mistake(at, "there is no function " + name, words.nearestFunction(name));
        }
        return new Mistake(offset, "nothing is called " + name + " here", words.nearestName(name));
    }

    private Mistake noOverload(long id, int offset, Matcher overload) {
        String function = Spelling.ofFunction(overload.group(1));
        String arguments = Spelling.ofTypes(overload.group(2));
        return new Mistake(offset, "'" + function + "' does not work on " + arguments, hints.wayOut(id, arguments));
    }

    private static Mistake other(int offset, String said) {
        Matcher noFields = NO_FIELDS.matcher(said);
        if (noFields.matches()) {
            return new Mistake(
                    offset, "a value of type " + Spelling.ofTypes(noFields.group(1)) + " has no fields", null);
        }
        Matcher noRange = NO_RANGE.matcher(said);
        if (noRange.matches()) {
            return new Mistake(
                    offset,
                    "a macro goes through a list or a map, not through " + Spelling.ofTypes(noRange.group(1)),
                    null);
        }
        Matcher expected = EXPECTED.matcher(said);
        if (expected.matches()) {
            return new Mistake(
                    offset,
                    "this is " + Spelling.ofTypes(expected.group(2)) + ", but " + Spelling.ofTypes(expected.group(1))
                            + " is needed",
                    null);
        }
        return new Mistake(offset, Spelling.ofTypes(said), null);
    }

    static Mistake wrongResult(FieldType actual, FieldType expected) {
        String wayOut = expected == Scalar.BOOL ? "write a comparison, such as event.price >= 20.0" : null;
        return new Mistake(0, "this is " + actual + ", but " + expected + " is needed", wayOut);
    }
}
