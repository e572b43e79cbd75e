/** Why, and why not: the story of one customer, told by the very steps that decide, in words and as data. */
@NullMarked
package dev.anlass.engine.explain;

import org.jspecify.annotations.NullMarked;
