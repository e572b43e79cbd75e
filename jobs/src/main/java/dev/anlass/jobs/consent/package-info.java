/** A customer's consent records in the words of others: ISO/IEC TS 27560 and the Data Privacy Vocabulary. */
@NullMarked
package dev.anlass.jobs.consent;

import org.jspecify.annotations.NullMarked;
