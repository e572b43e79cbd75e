package dev.anlass.benchmarks.throughput;

import dev.anlass.benchmarks.mix.RecordFile;
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

/** Hands out the records of one partition; waits before the first measured one until the measurement begins. */
final class MixReader implements SourceReader<RawRecord, MixSplit> {

    private static final String TOPIC = "mix";

    private final RecordFile file;
    private final Stopwatch stopwatch;
    private RecordFile.@Nullable Cursor cursor;
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private @Nullable SourceOutput<RawRecord> partitionOutput;
    private boolean isMeasuring;
    private boolean isAtRecord;
    private int partition;
    private int read;

    MixReader(RecordFile file, Stopwatch stopwatch) {
        this.file = file;
        this.stopwatch = stopwatch;
    }

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<RawRecord> output) {
        if (cursor == null) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        if (!isAtRecord && !cursor.advance()) {
            return InputStatus.END_OF_INPUT;
        }
        isAtRecord = true;
        if (!isMeasuring && cursor.isMeasured()) {
            isMeasuring = true;
            available = stopwatch.begun();
            stopwatch.isReady();
            return InputStatus.NOTHING_AVAILABLE;
        }
        output(output).collect(new RawRecord(new InTopic(TOPIC, partition, read), null, Map.of(), cursor.bytes()));
        isAtRecord = false;
        read++;
        return InputStatus.MORE_AVAILABLE;
    }

    /** Time passes for each partition by itself. */
    private SourceOutput<RawRecord> output(ReaderOutput<RawRecord> output) {
        if (partitionOutput == null) {
            partitionOutput = output.createOutputForSplit(String.valueOf(partition));
        }
        return partitionOutput;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void addSplits(List<MixSplit> splits) {
        MixSplit split = splits.get(0);
        partition = split.partition();
        cursor = file.partition(partition);
        while (read < split.read() && cursor.advance()) {
            read++;
        }
        available.complete(null);
    }

    @Override
    public List<MixSplit> snapshotState(long checkpoint) {
        return cursor == null ? List.of() : List.of(new MixSplit(partition, read));
    }

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
}
