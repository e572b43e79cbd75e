/** What is measured: one class per question. No figure is asserted. */
@NullMarked
package dev.anlass.benchmarks;

import org.jspecify.annotations.NullMarked;
