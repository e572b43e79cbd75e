package dev.anlass.engine.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions on strings, and the size of strings, lists and maps. */
final class Texts {

    private Texts() {}

    static Operation.Binary startsWith(Operation otherwise) {
        return (text, start) -> text instanceof String a && start instanceof String b
                ? (Object) a.startsWith(b)
                : otherwise.apply(text, start);
    }

    static Operation.Binary endsWith(Operation otherwise) {
        return (text, end) -> text instanceof String a && end instanceof String b
                ? (Object) a.endsWith(b)
                : otherwise.apply(text, end);
    }

    static Operation.Binary contains(Operation otherwise) {
        return (text, part) -> text instanceof String a && part instanceof String b
                ? (Object) a.contains(b)
                : otherwise.apply(text, part);
    }

    /** Whether a constant regular expression is found; null if it is wrong or too big. */
    static @Nullable Computation matches(Computation text, String regex, Operation otherwise) {
        Pattern pattern = pattern(regex);
        if (pattern == null) {
            return null;
        }
        return Application.of(
                value -> value instanceof String whole
                        ? (Object) pattern.matcher(whole).find()
                        : otherwise.apply(value, regex),
                text);
    }

    private static @Nullable Pattern pattern(String regex) {
        try {
            Pattern pattern = Pattern.compile(regex);
            return pattern.programSize() <= Limits.MAX_REGEX_PROGRAM ? pattern : null;
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    /** The number of code points, elements or entries. */
    static Operation.Unary size(Operation otherwise) {
        return value -> {
            if (value instanceof String text) {
                return (long) text.codePointCount(0, text.length());
            }
            if (value instanceof List<?> list) {
                return (long) list.size();
            }
            return value instanceof Map<?, ?> map ? (Object) (long) map.size() : otherwise.apply(value);
        };
    }
}
