package dev.anlass.engine.decide;

/** An action that is taken back. The time is that of its match. */
public record Revocation(
        String actionId,
        int revision,
        String customer,
        String trigger,
        String channel,
        String reason,
        long time,
        long decidedAt) {}
