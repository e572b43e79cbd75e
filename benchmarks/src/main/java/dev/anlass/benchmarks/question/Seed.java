package dev.anlass.benchmarks.question;

/** Where chance begins: every question draws from it, so that each run asks the same. */
final class Seed {

    static final long OF_ALL = 20260302;

    private Seed() {}
}
