package dev.anlass.jobs.operator;

/**
 * Says that a bundle was published.
 *
 * @param effectiveFrom event time in milliseconds from which it decides
 * @param sha256 of its rule files, in hexadecimal
 */
public record Announcement(String number, long effectiveFrom, String sha256) implements News {}
