package dev.anlass.engine.step;

/** An effect and the customer it is about. */
public record Emission(String customer, Effect effect) {}
