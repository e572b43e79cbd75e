package dev.anlass.engine.decide;

import dev.anlass.engine.customer.Attributes;

/**
 * When a candidate is decided.
 *
 * @param time the moment decided, in milliseconds since 1970
 * @param isLate whether the match was found by a correction
 * @param attributes what is known of the customer then
 */
record Moment(long time, boolean isLate, Attributes attributes) {}
