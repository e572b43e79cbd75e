package dev.anlass.jobs.demo;

import dev.anlass.jobs.connector.file.JsonLinesFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The topics of the job as files of a directory, one JSON object a line. */
final class OutputFiles implements OutputTopics.Listener, Closeable {

    private final JsonLinesFile actions;
    private final JsonLinesFile decisions;
    private final JsonLinesFile rejected;

    /** @param directory made if missing; what is there under the same names is overwritten */
    OutputFiles(Path directory) throws IOException {
        Files.createDirectories(directory);
        this.actions = JsonLinesFile.create(directory.resolve("actions.ndjson"));
        this.decisions = JsonLinesFile.create(directory.resolve("decisions.ndjson"));
        this.rejected = JsonLinesFile.create(directory.resolve("rejected.ndjson"));
    }

    @Override
    public void action(byte[] event, long appendedAt) {
        write(actions, event);
    }

    @Override
    public void decision(byte[] event) {
        write(decisions, event);
    }

    @Override
    public void rejected(byte[] record) {
        write(rejected, record);
    }

    @Override
    public void close() throws IOException {
        try (actions;
                decisions) {
            rejected.close();
        }
    }

    private static void write(JsonLinesFile file, byte[] json) {
        try {
            file.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
