package dev.anlass.benchmarks.throughput;

/** stub. */
final class CountingSink {
    static final String ACTIONS = "actions";
    static final String DECISIONS = "decisions";
    static final String REJECTED = "rejected";
}
