/** The rules as meant by their authors: triggers, steps, metrics, segments, policy, and the bundle of them all. */
@NullMarked
package dev.anlass.engine.rule;

import org.jspecify.annotations.NullMarked;
