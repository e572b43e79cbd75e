package dev.anlass.benchmarks.mix;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the stream of a mix to a file in the order of arrival, and beside it an index by which each partition finds its own
 * records. As in production, ticks say in each partition how far time has come.
 */
final class MixWriter implements AutoCloseable {

    /** What was written. */
    record Written(long measured, Map<String, Long> byType, long bytes, String sha256) {}

    private static final int EVENTS_BETWEEN_TICKS = 100;
    private static final int BUFFER_BYTES = 1 << 20;

    private final DigestOutputStream lines;
    private final DataOutputStream index;
    private final int partitions;
    private final Map<String, Long> byType = new TreeMap<>();
    private int records;
    private int firstMeasured;
    private long bytes;

    private MixWriter(Path directory, int partitions) throws IOException {
        this.lines = new DigestOutputStream(stream(directory.resolve(RecordFile.LINES)), digest());
        this.index = new DataOutputStream(stream(directory.resolve(RecordFile.INDEX)));
        this.partitions = partitions;
    }

    static Written write(MixShape shape, int partitions, Path directory) {
        try {
            Files.createDirectories(directory);
            try (MixWriter writer = new MixWriter(directory, partitions)) {
                return writer.write(shape);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Written write(MixShape shape) throws IOException {
        MixEvents events = new MixEvents(shape);
        long number = 0;
        while (!events.allRegistered()) {
            add(events.next(), number++);
        }
        long measuredFrom = number + shape.traffic().before();
        long end = measuredFrom + shape.traffic().measured();
        long arrival = MixEvents.START;
        for (; number < end; number++) {
            if (number == measuredFrom) {
                firstMeasured = records;
                byType.clear();
            }
            MixEvent event = events.next();
            arrival = event.arrival();
            add(event, number);
        }
        tick(arrival);
        index.writeInt(firstMeasured);
        String hash = HexFormat.of().formatHex(lines.getMessageDigest().digest());
        return new Written(shape.traffic().measured(), new TreeMap<>(byType), bytes, hash);
    }

    private void add(MixEvent event, long number) throws IOException {
        byType.merge(event.type(), 1L, Long::sum);
        record(event.line(number), event.customer() % partitions);
        if (number % EVENTS_BETWEEN_TICKS == 0) {
            tick(event.arrival());
        }
    }

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
