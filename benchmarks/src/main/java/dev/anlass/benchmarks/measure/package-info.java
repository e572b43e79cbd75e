/** How anything is measured and kept, whatever the question is. */
@NullMarked
package dev.anlass.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
