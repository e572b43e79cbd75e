package dev.anlass.engine.rule;

import dev.anlass.engine.expression.Expression;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type of relationship that a customer is in, scored from metrics and attributes.
 *
 * @param otherwise the type of those whom no other type fits
 * @param hysteresis by which share a new type must lead, 0.2 for 20 %
 * @param purpose the purpose of the metrics it reads; null if it reads none
 */
public record Segment(
        String name,
        String otherwise,
        double hysteresis,
        List<Type> types,
        @Nullable String purpose,
        Set<String> categories) {

    /** One type with its score and the least score that makes a customer one. */
    public record Type(String name, Expression score, double atLeast) {}

    public Segment {
        types = List.copyOf(types);
        categories = Set.copyOf(categories);
    }
}
