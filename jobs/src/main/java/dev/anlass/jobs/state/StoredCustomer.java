package dev.anlass.jobs.state;

import dev.anlass.engine.step.CustomerState;

/**
 * What is stored of one customer.
 *
 * @param nextDue for when the customer's alarm is set, in milliseconds since 1970; {@code Long.MAX_VALUE} if it is not
 */
public record StoredCustomer(CustomerState.Stored state, long nextDue) {}
