/** Lists of advisors in PostgreSQL, with what became of their rows. */
@NullMarked
package dev.anlass.jobs.advisor.store;

import org.jspecify.annotations.NullMarked;
