/** CEL text, checked against declared types and compiled to a condition or a value. */
@NullMarked
package dev.anlass.engine.expression;

import org.jspecify.annotations.NullMarked;
