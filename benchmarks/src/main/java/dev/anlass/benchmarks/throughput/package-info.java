/** How many events a second of processor time takes in: the whole job, the limit of what such a job can do, the bare engine. */
@NullMarked
package dev.anlass.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
