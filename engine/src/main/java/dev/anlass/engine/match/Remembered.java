package dev.anlass.engine.match;

import dev.anlass.engine.customer.Consents;
import dev.anlass.engine.event.Event;
import dev.anlass.engine.event.OrderKey;

/**
 * An accepted event with what the engine knew when it arrived.
 *
 * @param place where it is applied: the event's own place, or later for a consent or customer event that came after
 *     its place was settled
 * @param arrived the consent records known when it arrived
 * @param arrivedAt when it arrived: its time, the customer's clock or how far time had passed, whichever is latest; in
 *     milliseconds since 1970
 */
public record Remembered(Event event, OrderKey place, Consents arrived, long arrivedAt) {}
