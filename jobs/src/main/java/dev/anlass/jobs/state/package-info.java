/** The stored form of a customer: versioned, with its own serializer, apart from the domain types. */
@NullMarked
package dev.anlass.jobs.state;

import org.jspecify.annotations.NullMarked;
