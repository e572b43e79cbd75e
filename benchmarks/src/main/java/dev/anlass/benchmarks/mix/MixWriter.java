package dev.anlass.benchmarks.mix;

import dev.anlass.benchmarks.mix.RecordWriter.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Writes the stream of a mix. */
final class MixWriter {

    private MixWriter() {}

    static Written write(MixShape shape, int partitions, Path directory) {
        try (RecordWriter writer = new RecordWriter(directory, partitions)) {
            return write(shape, partitions, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Written write(MixShape shape, int partitions, RecordWriter writer) throws IOException {
        MixEvents events = new MixEvents(shape);
        long number = 0;
        while (!events.allRegistered()) {
            add(events.next(), number++, partitions, writer);
        }
        long measuredFrom = number + shape.traffic().before();
        long end = measuredFrom + shape.traffic().measured();
        long arrival = MixEvents.START;
        for (; number < end; number++) {
            if (number == measuredFrom) {
                writer.measureFromHere();
            }
            MixEvent event = events.next();
            arrival = event.arrival();
            add(event, number, partitions, writer);
        }
        return writer.end(arrival);
    }

    private static void add(MixEvent event, long number, int partitions, RecordWriter writer) throws IOException {
        writer.event(event.type(), event.line(number), event.customer() % partitions, event.arrival());
    }
}
