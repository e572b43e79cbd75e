package dev.anlass.engine.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the values of a payload with those that a scenario lists. */
final class PayloadValues {

    private PayloadValues() {}

    /** Whether all listed fields have their listed values; a listed null says that the field is not there. */
    static boolean contain(Map<?, ?> actual, Map<?, ?> listed) {
        return listed.entrySet().stream().allMatch(entry -> isEqual(actual.get(entry.getKey()), entry.getValue()));
    }

    private static boolean isEqual(@Nullable Object actual, @Nullable Object listed) {
        if (actual == null || listed == null) {
            return actual == listed;
        }
        if (actual instanceof Map<?, ?> actualMap && listed instanceof Map<?, ?> listedMap) {
            return contain(actualMap, listedMap);
        }
        if (actual instanceof List<?> actualList && listed instanceof List<?> listedList) {
            return areEqual(actualList, listedList);
        }
        if (actual instanceof Number a && listed instanceof Number b) {
            return a.equals(b) || a.doubleValue() == b.doubleValue();
        }
        if (actual instanceof Instant instant && listed instanceof String text) {
            return isSame(instant, text);
        }
        return actual.equals(listed);
    }

    private static boolean areEqual(List<?> actual, List<?> listed) {
        if (actual.size() != listed.size()) {
            return false;
        }
        for (int i = 0; i < actual.size(); i++) {
            if (!isEqual(actual.get(i), listed.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A date stands for its midnight in UTC. */
    private static boolean isSame(Instant instant, String text) {
        return instant.toString().equals(text) || instant.toString().equals(text + "T00:00:00Z");
    }

    /** As an author would write them. */
    static String words(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
