/** The advisors' lists of one morning: how long they take, and what is stored for them. */
@NullMarked
package dev.anlass.benchmarks.night;

import org.jspecify.annotations.NullMarked;
