/** How long the whole job takes between the topics of a broker, by how much it has to do. */
@NullMarked
package dev.anlass.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
