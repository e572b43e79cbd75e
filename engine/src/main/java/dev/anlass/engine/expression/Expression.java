package dev.anlass.engine.expression;

import dev.anlass.engine.event.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked CEL expression, ready to be evaluated.
 *
 * <p>Thread-safe; evaluation never throws: what cannot be computed is unknown.
 */
public interface Expression {

    /** The text as the author wrote it. */
    String text();

    /** The type of its value. */
    FieldType type();

    /** Everything it reads. */
    Reads reads();

    /** What it asks of the event before anything else, if it is a condition. */
    List<FieldTest> fieldTests();

    /** What its value is one of, unchanged. */
    List<Origin> origins();

    /** Its value (String, Long, Double, Boolean, Instant, List or Map), or null if unknown. */
    @Nullable
    Object evaluate(Scope scope);

    /** Its outcome as a condition; a value that is no bool is unknown. */
    default Truth test(Scope scope) {
        Object value = evaluate(scope);
        if (value instanceof Boolean bool) {
            return bool ? Truth.TRUE : Truth.FALSE;
        }
        return Truth.UNKNOWN;
    }
}
