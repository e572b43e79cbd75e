package dev.anlass.engine.decide;

/**
 * An action that went out, or would have but for a control group.
 *
 * @param time the moment decided, in milliseconds since 1970
 * @param failed whether delivery reported that it did not arrive
 */
public record Contact(long time, String actionId, String trigger, String channel, String purpose, boolean failed) {}
