/** Events, rules and actions as files, for runs without a broker. */
@NullMarked
package dev.anlass.jobs.connector.file;

import org.jspecify.annotations.NullMarked;
