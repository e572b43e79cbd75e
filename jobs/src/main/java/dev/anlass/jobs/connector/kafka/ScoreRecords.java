package dev.anlass.jobs.connector.kafka;

import dev.anlass.engine.rulefile.ScoreTableReader;
import dev.anlass.engine.rulefile.Source;
import java.nio.charset.StandardCharsets;

/** A score table as a record of the rules topic: its file under a key of its own. */
final class ScoreRecords {

    private static final String PREFIX = "scores/";

    private ScoreRecords() {}

    static String key(String number) {
        return PREFIX + number;
    }

    static boolean isKey(String key) {
        return key.startsWith(PREFIX);
    }

    /** The table, or the mistakes for which this release cannot use it. */
    static ScoreTableReader.Read read(String key, byte[] value) {
        return ScoreTableReader.read(new Source(key, new String(value, StandardCharsets.UTF_8)));
    }
}
