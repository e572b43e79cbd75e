/** The settings of a job: read once, checked all together, refused before the start. */
@NullMarked
package dev.anlass.jobs.config;

import org.jspecify.annotations.NullMarked;
