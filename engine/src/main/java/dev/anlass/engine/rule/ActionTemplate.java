package dev.anlass.engine.rule;

import dev.anlass.engine.expression.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The action that a trigger proposes.
 *
 * @param value what it is worth; null means 1
 * @param expiresMillis how long it is valid, counted from the match, inclusive; the channel's default already applied
 * @param text by language; the first is used where the customer's language is not there
 */
public record ActionTemplate(
        String name,
        @Nullable Expression value,
        long expiresMillis,
        Map<String, PayloadValue> payload,
        Map<String, Template> text) {

    public ActionTemplate {
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
        text = Collections.unmodifiableMap(new LinkedHashMap<>(text));
    }
}
