package dev.anlass.benchmarks.peers;

/** An engine in this process that is ready with its rules and with the events, decoded into its own form. */
public interface Contender extends AutoCloseable {

    String name();

    /** Forgets every event and every match. */
    void reset();

    /** Takes all events, one after the other, in the thread that calls. */
    void run();

    /** What was found since the last reset. */
    Tally.Found found();

    @Override
    default void close() {}
}
