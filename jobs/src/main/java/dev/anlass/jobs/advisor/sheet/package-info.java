/** Lists of advisors as files: CSV, XLSX and a page to print. */
@NullMarked
package dev.anlass.jobs.advisor.sheet;

import org.jspecify.annotations.NullMarked;
