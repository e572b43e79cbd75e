package dev.anlass.benchmarks.night;

import dev.anlass.jobs.connector.RecordSource.InTopic;
import dev.anlass.jobs.operator.RawRecord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/** Hands out what a spout gives. */
final class NightReader implements SourceReader<RawRecord, Partition> {

    private static final String TOPIC = "night";

    private final Spout spout;
    private final Partition partition;
    private @Nullable SourceOutput<RawRecord> partitionOutput;
    private long read;

    NightReader(Spout spout, Partition partition) {
        this.spout = spout;
        this.partition = partition;
    }

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<RawRecord> output) {
        byte[] record = spout.next();
        if (record == null) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        output(output).collect(new RawRecord(new InTopic(TOPIC, partition.number(), read), null, Map.of(), record));
        read++;
        return InputStatus.MORE_AVAILABLE;
    }

    /** Time passes for each partition by itself. */
    private SourceOutput<RawRecord> output(ReaderOutput<RawRecord> output) {
        if (partitionOutput == null) {
            partitionOutput = output.createOutputForSplit(partition.splitId());
        }
        return partitionOutput;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return spout.available();
    }

    @Override
    public void addSplits(List<Partition> splits) {}

    @Override
    public List<Partition> snapshotState(long checkpoint) {
        return List.of();
    }

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
}
