package dev.anlass.engine.match;

import dev.anlass.engine.rule.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The different needs of the rules of one bundle, numbered while the bundle is compiled. */
final class Needs {

    private final Map<List<Object>, Need> known = new HashMap<>();

    Need of(Purpose purpose, Set<String> categories) {
        return known.computeIfAbsent(
                List.of(purpose, categories), key -> new Need(known.size(), purpose, Set.copyOf(categories)));
    }

    int size() {
        return known.size();
    }
}
