package dev.anlass.benchmarks.peers;

/**
 * A customer completed a rule.
 *
 * @param completing number of the event that did it
 */
public record Match(int rule, String customer, long completing) {}
