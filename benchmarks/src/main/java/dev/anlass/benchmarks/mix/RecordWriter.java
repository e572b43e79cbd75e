package dev.anlass.benchmarks.mix;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a {@link RecordFile}: records in the order of arrival, and beside them an index by which each partition finds its
 * own. As in production, ticks say in each partition how far time has come.
 */
final class RecordWriter implements AutoCloseable {

    /** What was written. */
    record Written(long measured, Map<String, Long> byType, long bytes, String sha256) {}

    private static final int EVENTS_BETWEEN_TICKS = 100;
    private static final int BUFFER_BYTES = 1 << 20;

    private final DigestOutputStream lines;
    private final DataOutputStream index;
    private final int partitions;
    private final Map<String, Long> byType = new TreeMap<>();
    private long events;
    private int records;
    private int firstMeasured;
    private long bytes;

    RecordWriter(Path directory, int partitions) throws IOException {
        Files.createDirectories(directory);
        this.lines = new DigestOutputStream(stream(directory.resolve(RecordFile.LINES)), digest());
        this.index = new DataOutputStream(stream(directory.resolve(RecordFile.INDEX)));
        this.partitions = partitions;
    }

    /** What follows is measured. */
    void measureFromHere() {
        firstMeasured = records;
        byType.clear();
    }

    /**
     * The next event.
     *
     * @param line with its line end
     * @param arrival in milliseconds since 1970
     */
    void event(String type, byte[] line, int partition, long arrival) throws IOException {
        byType.merge(type, 1L, Long::sum);
        record(line, partition);
        if (events++ % EVENTS_BETWEEN_TICKS == 0) {
            tick(arrival);
        }
    }

    /** Time has come so far in every partition, in milliseconds since 1970. */
    private void tick(long time) throws IOException {
        for (int partition = 0; partition < partitions; partition++) {
            record(MixEvent.tick(time), partition);
        }
    }

    private void record(byte[] line, int partition) throws IOException {
        lines.write(line);
        index.writeInt(line.length << RecordFile.PARTITION_BITS | partition);
        bytes += line.length;
        records++;
    }

    /** @param last arrival of the last event, in milliseconds since 1970 */
    Written end(long last) throws IOException {
        tick(last);
        index.writeInt(firstMeasured);
        String hash = HexFormat.of().formatHex(lines.getMessageDigest().digest());
        long measured = byType.values().stream().mapToLong(Long::longValue).sum();
        return new Written(measured, new TreeMap<>(byType), bytes, hash);
    }

    private static OutputStream stream(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
        index.close();
    }
}
