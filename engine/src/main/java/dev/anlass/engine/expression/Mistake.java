package dev.anlass.engine.expression;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the text of an expression.
 *
 * @param offset where, in characters from the start of the text
 * @param message what is wrong, in one sentence without a full stop
 * @param wayOut what would be right, such as the nearest known word; null if there is no good guess
 */
public record Mistake(int offset, String message, @Nullable String wayOut) {}
