package dev.anlass.jobs.operator;

/** Says that something was stopped or started; what holds now is in the library. */
public record StopChange(Stoppable what) implements News {}
