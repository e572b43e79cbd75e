package dev.anlass.engine.rule;

import dev.anlass.engine.expression.Expression;
import java.util.List;

/** Text with expressions in it, as {@code Your ${cart.name} is waiting}. */
public record Template(List<Part> parts) {

    /** A piece of a template. */
    public sealed interface Part {}

    /** Text that stays as it is. */
    public record Literal(String text) implements Part {}

    /** A value that is formatted for the customer's language. */
    public record Computed(Expression expression) implements Part {}

    public Template {
        parts = List.copyOf(parts);
    }
}
