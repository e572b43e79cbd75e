/** The books of advisors as operators of Flink: from actions and feedback to lists. */
@NullMarked
package dev.anlass.jobs.advisor.stream;

import org.jspecify.annotations.NullMarked;
