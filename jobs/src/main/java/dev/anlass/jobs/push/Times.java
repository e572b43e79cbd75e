package dev.anlass.jobs.push;

/**
 * When something happens, in milliseconds since 1970.
 *
 * @param now by which actions expire; recorded data have a time of their own
 * @param wall by which providers are tried again
 */
public record Times(long now, long wall) {}
