package dev.anlass.engine.step;

import dev.anlass.engine.event.OrderKey;

/**
 * What stays of an erased customer: whatever lies before it is no longer accepted.
 *
 * @param place where the erasure lies among the customer's events
 */
public record Tombstone(OrderKey place) {}
