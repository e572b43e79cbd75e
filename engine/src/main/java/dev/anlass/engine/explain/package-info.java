/** Why an action was proposed, and why not, in words and as data. */
@NullMarked
package dev.anlass.engine.explain;

import org.jspecify.annotations.NullMarked;
