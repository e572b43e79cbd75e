/** The same rules in our rule files and in the patterns of a library, over the same records. */
@NullMarked
package dev.anlass.benchmarks.patterns;

import org.jspecify.annotations.NullMarked;
