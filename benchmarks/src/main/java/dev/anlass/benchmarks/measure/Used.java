package dev.anlass.benchmarks.measure;

/**
 * What a process used in a span.
 *
 * @param processorSeconds of all threads, user and system, garbage collection and compilation included
 * @param collectingSeconds of wall time in which the garbage collectors worked
 */
public record Used(double processorSeconds, double wallSeconds, long allocatedBytes, double collectingSeconds) {}
