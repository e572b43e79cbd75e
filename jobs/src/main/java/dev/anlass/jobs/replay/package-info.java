/** The pure engine over recorded events: alone, line by line, or in parallel for a report. */
@NullMarked
package dev.anlass.jobs.replay;

import org.jspecify.annotations.NullMarked;
