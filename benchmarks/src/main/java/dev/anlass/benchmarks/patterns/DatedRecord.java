package dev.anlass.benchmarks.patterns;

/**
 * A record of an event.
 *
 * @param time of the event, in milliseconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DatedRecord(long time, byte[] json) {}
