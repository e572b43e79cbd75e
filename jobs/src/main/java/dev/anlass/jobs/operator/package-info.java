/** The thin layer between Flink and the engine: it loads, steps, stores, and carries out. */
@NullMarked
package dev.anlass.jobs.operator;

import org.jspecify.annotations.NullMarked;
