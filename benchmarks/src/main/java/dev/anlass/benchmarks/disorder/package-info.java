/** What it costs and what it brings to act at once although events come out of order. */
@NullMarked
package dev.anlass.benchmarks.disorder;

import org.jspecify.annotations.NullMarked;
