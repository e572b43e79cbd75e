/** The trigger job: its entry point and the graph from sources through the engine to sinks. */
@NullMarked
package dev.anlass.jobs;

import org.jspecify.annotations.NullMarked;
