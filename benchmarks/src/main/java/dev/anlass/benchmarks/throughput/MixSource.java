package dev.anlass.benchmarks.throughput;

import dev.anlass.benchmarks.mix.MeasuredStream;
import dev.anlass.benchmarks.mix.RecordFile;
import dev.anlass.jobs.operator.RawRecord;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** A stream to be measured, a partition to each subtask, to its end. To be run with as many subtasks as there are partitions. */
final class MixSource implements Source<RawRecord, MixSplit, MixSplit> {

    private static final long serialVersionUID = 1L;

    private final String directory;
    private final String stopwatch;

    MixSource(MeasuredStream stream, String stopwatch) {
        this.directory = stream.directory().toString();
        this.stopwatch = stopwatch;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<RawRecord, MixSplit> createReader(SourceReaderContext context) {
        return new MixReader(RecordFile.open(Path.of(directory)), Stopwatch.named(stopwatch));
    }

    @Override
    public SplitEnumerator<MixSplit, MixSplit> createEnumerator(SplitEnumeratorContext<MixSplit> context) {
        return new Enumerator(context);
    }

    @Override
    public SplitEnumerator<MixSplit, MixSplit> restoreEnumerator(
            SplitEnumeratorContext<MixSplit> context, MixSplit checkpoint) {
        return new Enumerator(context);
    }

    @Override
    public SimpleVersionedSerializer<MixSplit> getSplitSerializer() {
        return new MixSplit.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<MixSplit> getEnumeratorCheckpointSerializer() {
        return new MixSplit.Serializer();
    }

    /** Has nothing to remember: who reads what is fixed. */
    private static final class Enumerator implements SplitEnumerator<MixSplit, MixSplit> {

        private final SplitEnumeratorContext<MixSplit> context;

        Enumerator(SplitEnumeratorContext<MixSplit> context) {
            this.context = context;
        }

        @Override
        public void addReader(int subtask) {
            context.assignSplit(new MixSplit(subtask, 0), subtask);
            context.signalNoMoreSplits(subtask);
        }

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtask, @Nullable String host) {}

        @Override
        public void addSplitsBack(List<MixSplit> splits, int subtask) {}

        @Override
        public MixSplit snapshotState(long checkpoint) {
            return new MixSplit(0, 0);
        }

        @Override
        public void close() {}
    }
}
