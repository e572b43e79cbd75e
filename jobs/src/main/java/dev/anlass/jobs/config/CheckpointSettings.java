package dev.anlass.jobs.config;

import java.time.Duration;

/**
 * How often the state is made safe, and where.
 *
 * @param directory a URI that Flink can write to
 */
public record CheckpointSettings(Duration interval, String directory) {}
