package dev.anlass.jobs.connector;

/** Where a record was read. */
public sealed interface RecordSource {

    /** A record of a topic. */
    record InTopic(String topic, int partition, long offset) implements RecordSource {}

    /**
     * A line of a file.
     *
     * @param line from 1, blank lines included
     */
    record InFile(String file, long line) implements RecordSource {}
}
