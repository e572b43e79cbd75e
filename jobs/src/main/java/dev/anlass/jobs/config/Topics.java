package dev.anlass.jobs.config;

import java.io.Serializable;

/** The names of the topics. */
public record Topics(String events, String actions, String decisions, String rejected, String rules)
        implements Serializable {}
