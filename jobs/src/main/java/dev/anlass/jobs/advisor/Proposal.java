package dev.anlass.jobs.advisor;

/**
 * An action that asks for a call; it gets a row if it is among the best of its day.
 *
 * @param advisor whose customer it is
 * @param product what the call is about
 * @param score what it is worth
 * @param decidedAt in milliseconds since 1970, as is {@code expiresAt}, its last valid millisecond
 * @param event the {@code action.requested} event as it went out
 */
public record Proposal(
        String actionId,
        String customer,
        String advisor,
        String product,
        double score,
        long decidedAt,
        long expiresAt,
        String event) {}
