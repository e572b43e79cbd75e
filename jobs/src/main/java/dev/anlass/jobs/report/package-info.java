/** What became of matches, by trigger, and what the actions changed: the report over a decision log. */
@NullMarked
package dev.anlass.jobs.report;

import org.jspecify.annotations.NullMarked;
