package dev.anlass.benchmarks.measure;

/** Something that is measured beside others. */
public interface Contender {

    String name();

    /** Takes its turn. */
    Run run() throws Exception;
}
