package dev.anlass.benchmarks.peers;

import dev.anlass.benchmarks.measure.Meter;
import dev.anlass.jobs.connector.RecordSource.InTopic;
import dev.anlass.jobs.operator.HandType;
import dev.anlass.jobs.operator.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.jspecify.annotations.Nullable;

/**
 * Gives a stream to a job in this process, encoded beforehand, in two partitions by customer. Measuring begins with its
 * first record.
 *
 * <p>The generator gives each of two subtasks one half of the numbers; the events of each partition fill one.
 */
final class ShopFeed implements GeneratorFunction<Long, RawRecord> {

    static final int PARTITIONS = 2;

    private static final long serialVersionUID = 1L;
    private static final Object BEGINNING = new Object();
    private static volatile List<byte[]> records = List.of();
    private static volatile @Nullable Meter meter;

    private ShopFeed() {}

    /** The events of a stream up to the one with which the emptier partition ends; in the order of the partitions. */
    static List<ShopEvent> partitioned(List<ShopEvent> stream) {
        List<List<ShopEvent>> partitions = List.of(new ArrayList<>(), new ArrayList<>());
        for (ShopEvent event : stream) {
            partitions
                    .get(Math.floorMod(event.customer().hashCode(), PARTITIONS))
                    .add(event);
        }
        int size = Math.min(partitions.get(0).size(), partitions.get(1).size());
        List<ShopEvent> events = new ArrayList<>(partitions.get(0).subList(0, size));
        events.addAll(partitions.get(1).subList(0, size));
        return events;
    }

    /** @param partitioned records of partitioned events */
    static DataGeneratorSource<RawRecord> source(List<byte[]> partitioned) {
        records = partitioned;
        meter = null;
        return new DataGeneratorSource<>(new ShopFeed(), partitioned.size(), HandType.RAW_RECORD);
    }

    static List<byte[]> records(List<ShopEvent> events) {
        return events.stream()
                .map(event -> event.json().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** What measures since the first record. */
    static Meter meter() {
        Meter running = meter;
        if (running == null) {
            throw new IllegalStateException("nothing was read");
        }
        return running;
    }

    @Override
    public RawRecord map(Long number) {
        if (meter == null) {
            begin();
        }
        int partition = number < records.size() / PARTITIONS ? 0 : 1;
        return new RawRecord(new InTopic("shop", partition, number), null, Map.of(), records.get(number.intValue()));
    }

    private static void begin() {
        synchronized (BEGINNING) {
            if (meter == null) {
                meter = Meter.started();
            }
        }
    }
}
