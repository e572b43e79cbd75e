/** The web page for bank advisors: today's list, a customer's story, feedback, history, and the branch as a whole. */
@NullMarked
package dev.anlass.jobs.advisor.desk;

import org.jspecify.annotations.NullMarked;
