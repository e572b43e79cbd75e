package dev.anlass.jobs.connector;

/** Where a record was read. */
public sealed interface RecordSource {

    /** For people. */
    String inWords();

    /** A record of a topic. */
    record InTopic(String topic, int partition, long offset) implements RecordSource {
        @Override
        public String inWords() {
            return topic + " partition " + partition + " offset " + offset;
        }
    }

    /**
     * A line of a file.
     *
     * @param line from 1, blank lines included
     */
    record InFile(String file, long line) implements RecordSource {
        @Override
        public String inWords() {
            return file + " line " + line;
        }
    }
}
