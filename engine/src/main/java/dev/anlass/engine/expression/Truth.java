package dev.anlass.engine.expression;

/** The outcome of a condition: unknown when it reads something that is missing or cannot be computed. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN
}
