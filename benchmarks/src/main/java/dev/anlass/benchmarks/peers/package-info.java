/** How fast and whether with the same matches: the engine and other engines on one stream with the same rules. */
@NullMarked
package dev.anlass.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
