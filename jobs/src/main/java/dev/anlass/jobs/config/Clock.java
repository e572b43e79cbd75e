package dev.anlass.jobs.config;

/** What time passes by. */
public enum Clock {
    /** By tick records, which the job itself writes into every partition of the events. */
    TICKS,
    /** By the events themselves: for recorded data. */
    EVENTS
}
