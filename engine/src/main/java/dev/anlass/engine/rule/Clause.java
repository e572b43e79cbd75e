package dev.anlass.engine.rule;

import dev.anlass.engine.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * An event that ends an open chain ({@code unless}) or takes an action back ({@code until}).
 *
 * @param where null if every event of the type fits
 * @param lastStep index (from 0) of the latest step that the condition reads; -1 if it reads none
 */
public record Clause(String event, @Nullable Expression where, int lastStep) {}
