/** How many messages are delivered, how fast, and what becomes of them when everything goes wrong. */
@NullMarked
package dev.anlass.benchmarks.push;

import org.jspecify.annotations.NullMarked;
