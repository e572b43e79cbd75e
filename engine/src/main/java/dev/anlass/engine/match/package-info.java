/** The search for complete moments: the matching program, the chains it keeps open, and the matcher. */
@NullMarked
package dev.anlass.engine.match;

import org.jspecify.annotations.NullMarked;
