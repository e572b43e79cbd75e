/** What apps talk to: messages for those that are open, and what became of them. */
@NullMarked
package dev.anlass.jobs.push.gateway;

import org.jspecify.annotations.NullMarked;
