package dev.anlass.engine.decide;

/** An event that a match rests on. Time is in milliseconds since 1970. */
public record Evidence(String step, String source, String event, long time) {}
