/** The way in and out: what leaves the engine as CloudEvents in JSON, and where a record was read. */
@NullMarked
package dev.anlass.jobs.connector;

import org.jspecify.annotations.NullMarked;
