package dev.anlass.jobs.connector.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is written line by line, each line one JSON object. */
public final class JsonLinesFile implements Closeable {

    private static final int BUFFER_BYTES = 256 * 1024;

    private final OutputStream output;

    private JsonLinesFile(OutputStream output) {
        this.output = output;
    }

    /** An empty file; what was there before is gone. */
    public static JsonLinesFile create(Path file) throws IOException {
        return new JsonLinesFile(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
    }

    public void write(byte[] json) throws IOException {
        output.write(json);
        output.write('\n');
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
