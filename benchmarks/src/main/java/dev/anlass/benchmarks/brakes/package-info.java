/** How fast what a person stops is stopped. */
@NullMarked
package dev.anlass.benchmarks.brakes;

import org.jspecify.annotations.NullMarked;
