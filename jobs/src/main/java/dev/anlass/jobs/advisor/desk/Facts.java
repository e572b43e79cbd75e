package dev.anlass.jobs.advisor.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Facts of a row as text: String, Long, Double, Boolean, List or Map. */
public final class Facts {

    private Facts() {}

    public static String text(Wording words, @Nullable Object fact) {
        if (fact instanceof Double || fact instanceof Long) {
            return words.number(((Number) fact).doubleValue());
        }
        if (fact instanceof Boolean is) {
            return words.text(is ? "yes" : "no");
        }
        if (fact instanceof List<?> list) {
            return list.stream().map(each -> text(words, each)).collect(Collectors.joining(", "));
        }
        if (fact instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + text(words, entry.getValue()))
                    .collect(Collectors.joining("; "));
        }
        return fact == null ? "–" : fact.toString();
    }
}
