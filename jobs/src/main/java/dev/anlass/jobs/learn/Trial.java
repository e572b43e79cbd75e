package dev.anlass.jobs.learn;

import org.jspecify.annotations.Nullable;

/**
 * An action that went out and whose outcome is settled.
 *
 * @param type the customer's type in the segment; null without one
 * @param sentAt in milliseconds since 1970
 * @param settledAt in milliseconds since 1970
 */
public record Trial(String action, @Nullable String type, long sentAt, boolean isSuccess, long settledAt) {}
