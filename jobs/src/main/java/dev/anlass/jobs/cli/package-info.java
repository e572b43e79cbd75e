/** The command line, started by the launcher at the root of the project. */
@NullMarked
package dev.anlass.jobs.cli;

import org.jspecify.annotations.NullMarked;
