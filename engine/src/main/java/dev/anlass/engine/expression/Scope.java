package dev.anlass.engine.expression;

import org.jspecify.annotations.Nullable;

/**
 * What an expression sees while it is evaluated: the values of its root names and the deciding time.
 *
 * <p>Values are String, Long, Double, Boolean, Instant, List, or Map for records; a missing value is null.
 */
public interface Scope {

    /** The value of a root name such as {@code event}, {@code customer} or the name of a bound step; null if missing. */
    @Nullable
    Object read(String root);

    /** The deciding time in milliseconds since 1970. */
    long time();
}
