/** What decisions and feedback teach: the outcome of each action, counts by cell, score tables. */
@NullMarked
package dev.anlass.jobs.learn;

import org.jspecify.annotations.NullMarked;
