package dev.anlass.jobs.operator;

import dev.anlass.jobs.connector.RecordSource.InTopic;

/**
 * The record that something came from.
 *
 * @param sha256 of the record's value, in hexadecimal
 * @param appendedAt when the broker appended it, in milliseconds since 1970; {@link #UNKNOWN} if it did not say
 */
public record Origin(InTopic source, String sha256, long appendedAt) {

    /** Stands for an append time that the broker did not say. */
    public static final long UNKNOWN = Long.MIN_VALUE;
}
