package dev.anlass.jobs.connector.kafka;

import dev.anlass.engine.rule.ScoreTable;
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

    static ScoreTable table(String key, byte[] value) {
        ScoreTableReader.Read read = ScoreTableReader.read(new Source(key, new String(value, StandardCharsets.UTF_8)));
        ScoreTable table = read.table();
        if (table == null) {
            throw new IllegalStateException("the rules topic holds a score table that this release cannot use:"
                    + " learn another and publish it with `anlass learn --publish`\n"
                    + read.problems().render());
        }
        return table;
    }
}
