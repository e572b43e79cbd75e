package dev.anlass.benchmarks.peers;

/** An engine in this process, with rules that are compiled and events that are decoded into its own form. */
public interface EngineInProcess extends AutoCloseable {

    String name();

    /** Makes ready for the first event; nothing of an earlier run is left. */
    void begin();

    /** Takes all events, one after the other, in the thread that calls. */
    void run();

    /** What was found since it began. */
    Tally.Found found();

    /** Lets go of all that it remembers. */
    void end();

    @Override
    default void close() {
        end();
    }
}
