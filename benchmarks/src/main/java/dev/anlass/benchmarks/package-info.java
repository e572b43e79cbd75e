/** What is measured: one class per question. Nothing here asserts. */
@NullMarked
package dev.anlass.benchmarks;

import org.jspecify.annotations.NullMarked;
