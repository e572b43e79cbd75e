/** What a job counts and measures, under the names of the glossary. */
@NullMarked
package dev.anlass.jobs.metrics;

import org.jspecify.annotations.NullMarked;
