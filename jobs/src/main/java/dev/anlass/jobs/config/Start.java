package dev.anlass.jobs.config;

/** Where in the events topic a job begins that has no checkpoint. */
public enum Start {
    EARLIEST,
    LATEST
}
