package dev.anlass.jobs.connector.file;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file of events, read one by one.
 *
 * <p>Blank lines are skipped and counted. Of a line longer than {@link #MAX_BYTES} no more is kept than shows that it is
 * too long; its hash is that of all its bytes.
 */
public final class EventLines implements Closeable {

    /** The most bytes of an event. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int[] GZIP = {0x1f, 0x8b};
    private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

    private final String file;
    private final InputStream input;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int filled;
    private long number;

    private EventLines(String file, InputStream input) {
        this.file = file;
        this.input = input;
    }

    /** The lines of a file, unpacked if it is packed with gzip. */
    public static EventLines of(Path file) throws IOException {
        return of(file.toString(), Files.newInputStream(file));
    }

    /**
     * The lines of a stream, unpacked if it is packed with gzip.
     *
     * @param file what the stream is called in {@link EventLine#file()}
     */
    public static EventLines of(String file, InputStream stream) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(stream, BUFFER_BYTES);
        InputStream text =
                startsWith(bytes, GZIP) ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER_BYTES)) : bytes;
        if (startsWith(text, BYTE_ORDER_MARK)) {
            text.skipNBytes(BYTE_ORDER_MARK.length);
        }
        return new EventLines(file, text);
    }

    /** The next line that is not blank; null at the end. */
    public @Nullable EventLine next() throws IOException {
        while (at < filled || fill()) {
            number++;
            EventLine line = line();
            if (!line.isBlank()) {
                return line;
            }
        }
        return null;
    }

    private EventLine line() throws IOException {
        int end = endOfLine();
        if (end < filled) {
            EventLine line = new EventLine(file, number, Arrays.copyOfRange(buffer, at, end));
            at = end + 1;
            return line;
        }
        return lineAcrossBuffers();
    }

    private EventLine lineAcrossBuffers() throws IOException {
        LongLine line = new LongLine(MAX_BYTES + 1);
        do {
            int end = endOfLine();
            line.append(buffer, at, end);
            at = end + 1;
            if (end < filled) {
                break;
            }
        } while (fill());
        return line.asLine(file, number);
    }

    private int endOfLine() {
        int end = at;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, input.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    private static boolean startsWith(InputStream stream, int[] mark) throws IOException {
        stream.mark(mark.length);
        boolean starts = true;
        for (int expected : mark) {
            starts = starts && stream.read() == expected;
        }
        stream.reset();
        return starts;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
