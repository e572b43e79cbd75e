package dev.anlass.engine.simulation;

import dev.anlass.engine.event.Event;

/**
 * An event as it arrived.
 *
 * @param passed how far time had passed before, in milliseconds since 1970
 */
record Arrival(Event event, long passed) {}
