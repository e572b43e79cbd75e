package dev.anlass.engine.expression;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
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

    private final Offsets offsets;
    private final WordsInScope words;
    private final WaysOut waysOut;

    TypeMistakes(String text, CelExpr parsed, ImmutableMap<String, CelType> roots) {
        offsets = new Offsets(text);
        words = new WordsInScope(parsed, roots);
        waysOut = new WaysOut(parsed);
    }

    List<Mistake> of(List<CelIssue> issues) {
        return issues.stream()
                .filter(issue -> !isConsequence(issue))
                .map(this::of)
                .toList();
    }

    /** Whether it only follows from another mistake: a part that is wrong itself, or the building of a message. */
    private boolean isConsequence(CelIssue issue) {
        return issue.getMessage().contains("*error*")
                || issue.getMessage().startsWith("Message type resolution failure")
                || words.isMessage(issue.getExprId());
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
                    "there is no field \"" + name + "\"",
                    words.nearestField(issue.getExprId(), name));
        }
        Matcher overload = NO_OVERLOAD.matcher(said);
        return overload.matches()
                ? noOverload(issue.getExprId(), offset, overload)
                : new Mistake(offset, inOurWords(said), null);
    }

    private Mistake undeclared(long id, int offset, String name) {
        if (!words.isCall(id)) {
            return new Mistake(offset, "nothing is called \"" + name + "\" here", words.nearestName(name));
        }
        int start = offsets.ofWordBefore(offset, name);
        return name.equals(Functions.LOCAL_HOUR) || name.equals(Functions.WEEKDAY)
                ? new Mistake(start, name + " takes one argument, a time zone", "expected: " + name + "(customer.zone)")
                : new Mistake(start, "there is no function \"" + name + "\"", words.nearestFunction(name));
    }

    private Mistake noOverload(long id, int offset, Matcher overload) {
        String function = Spelling.ofFunction(overload.group(1));
        String types = Spelling.ofArguments(overload.group(1), overload.group(2));
        String message =
                "\"" + function + "\" does not work " + (types.equals("()") ? "without arguments" : "on " + types);
        return new Mistake(offsets.ofWordBefore(offset, function), message, waysOut.of(id, function, types));
    }

    private static String inOurWords(String said) {
        Matcher noFields = NO_FIELDS.matcher(said);
        if (noFields.matches()) {
            return "a value of type " + Spelling.ofTypes(noFields.group(1)) + " has no fields";
        }
        Matcher noRange = NO_RANGE.matcher(said);
        if (noRange.matches()) {
            return "a macro goes through a list or a map, not through " + Spelling.ofTypes(noRange.group(1));
        }
        Matcher expected = EXPECTED.matcher(said);
        return expected.matches()
                ? "this is " + Spelling.ofTypes(expected.group(2)) + ", but " + Spelling.ofTypes(expected.group(1))
                        + " is needed"
                : Spelling.ofTypes(said);
    }
}
