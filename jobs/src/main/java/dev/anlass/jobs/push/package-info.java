/** Delivery: from actions to messages on the customers' devices, and what became of them. Pure Java. */
@NullMarked
package dev.anlass.jobs.push;

import org.jspecify.annotations.NullMarked;
