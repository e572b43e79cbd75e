/** The retail mix: rules of a large shop and a stream of its customers' events, both generated from a seed. */
@NullMarked
package dev.anlass.benchmarks.mix;

import org.jspecify.annotations.NullMarked;
