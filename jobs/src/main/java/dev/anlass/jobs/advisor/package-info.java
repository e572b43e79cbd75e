/** The advisor's day: from actions on the advisors' channel, a ranked list for each advisor and working day. Pure Java. */
@NullMarked
package dev.anlass.jobs.advisor;

import org.jspecify.annotations.NullMarked;
