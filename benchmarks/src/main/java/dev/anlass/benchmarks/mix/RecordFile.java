package dev.anlass.benchmarks.mix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The stream of a mix in memory that is mapped from its file. To read it costs next to nothing.
 *
 * <p>Of each record the index holds the length with its line end and the partition; its last number is that of the first
 * record that is measured.
 */
public final class RecordFile {

    static final String LINES = "events.ndjson";
    static final String INDEX = "events.index";
    static final int PARTITION_BITS = 4;

    private static final int PARTITION_MASK = (1 << PARTITION_BITS) - 1;
    private static final int WINDOW_BITS = 30;
    private static final long WINDOW_BYTES = 1L << WINDOW_BITS;
    private static final int LONGEST_RECORD_BYTES = 1 << 16;

    private final List<MappedByteBuffer> windows;
    private final IntBuffer index;

    private RecordFile(List<MappedByteBuffer> windows, IntBuffer index) {
        this.windows = windows;
        this.index = index;
    }

    public static RecordFile open(Path directory) {
        try (FileChannel lines = FileChannel.open(directory.resolve(LINES), StandardOpenOption.READ);
                FileChannel numbers = FileChannel.open(directory.resolve(INDEX), StandardOpenOption.READ)) {
            List<MappedByteBuffer> windows = new ArrayList<>();
            for (long from = 0; from < lines.size(); from += WINDOW_BYTES) {
                long length = Math.min(WINDOW_BYTES + LONGEST_RECORD_BYTES, lines.size() - from);
                windows.add(lines.map(MapMode.READ_ONLY, from, length));
            }
            return new RecordFile(
                    windows, numbers.map(MapMode.READ_ONLY, 0, numbers.size()).asIntBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many records of all partitions there are, ticks included. */
    public int size() {
        return index.limit() - 1;
    }

    /** The number of the first record that is measured. */
    public int firstMeasured() {
        return index.get(size());
    }

    /** Reads all records in the order of arrival. */
    public Cursor all() {
        return new Cursor(-1);
    }

    /** Reads the records of one partition in the order of arrival. */
    public Cursor partition(int partition) {
        return new Cursor(partition);
    }

    /** Goes from record to record. */
    public final class Cursor {

        private final int partition;
        private long position;
        private int next;
        private int length;

        private Cursor(int partition) {
            this.partition = partition;
        }

        /** Goes to the next record; false if there is none. */
        public boolean advance() {
            position += length;
            while (next < size()) {
                int entry = index.get(next++);
                length = entry >>> PARTITION_BITS;
                if (partition < 0 || (entry & PARTITION_MASK) == partition) {
                    return true;
                }
                position += length;
            }
            length = 0;
            return false;
        }

        /** The number of this record among those of all partitions. */
        public int number() {
            return next - 1;
        }

        public boolean isMeasured() {
            return number() >= firstMeasured();
        }

        /** This record without its line end. */
        public byte[] bytes() {
            byte[] bytes = new byte[length - 1];
            windows.get((int) (position >>> WINDOW_BITS)).get((int) (position & (WINDOW_BYTES - 1)), bytes);
            return bytes;
        }
    }
}
