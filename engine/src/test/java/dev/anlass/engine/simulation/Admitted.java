package dev.anlass.engine.simulation;

import dev.anlass.engine.event.Event;

/**
 * An accepted event.
 *
 * @param place where it acts
 * @param known what was known when it arrived
 * @param clock the customer's clock when it had arrived, in milliseconds since 1970
 * @param passed how far time had passed before
 */
record Admitted(Event event, Place place, Knowledge known, long clock, long passed) {}
