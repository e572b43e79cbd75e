package dev.anlass.jobs.cli;

import dev.anlass.jobs.connector.file.EventLine;
import dev.anlass.jobs.connector.file.EventLines;
import dev.anlass.jobs.learn.LogReader;
import dev.anlass.jobs.learn.LogRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Files of decision records or events, one a line, read one after the other. */
record LogFiles(List<Path> files) {

    private static final int RECORDS_BETWEEN_PROGRESS = 4_096;

    /** Ends the command if one of the files is not there. */
    void require() {
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw Answer.usedWrongly("there is no file " + file + " to read; name files of records, one a line,"
                        + " packed with gzip or not.");
            }
        }
    }

    /** Gives every record in its order; gives how many there were. */
    long each(Consumer<LogRecord> taker, Progress progress, long before) throws IOException {
        long count = before;
        for (Path file : files) {
            try (EventLines lines = EventLines.of(file)) {
                for (EventLine line = lines.next(); line != null; line = lines.next()) {
                    taker.accept(LogReader.read(line.bytes()));
                    count++;
                    if (count % RECORDS_BETWEEN_PROGRESS == 0) {
                        long sofar = count;
                        progress.say(() -> String.format(Locale.ROOT, "%,d records", sofar));
                    }
                }
            }
        }
        return count;
    }
}
