package dev.anlass.benchmarks.night;

import dev.anlass.jobs.operator.RawRecord;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** What a watch pours, a partition to each subtask. A job that reads it is never restored. */
final class NightSource implements Source<RawRecord, Partition, Partition> {

    private static final long serialVersionUID = 1L;

    private final int watch;

    NightSource(int watch) {
        this.watch = watch;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<RawRecord, Partition> createReader(SourceReaderContext context) {
        int partition = context.getIndexOfSubtask();
        return new NightReader(NightWatch.numbered(watch).spout(partition), new Partition(partition));
    }

    @Override
    public SplitEnumerator<Partition, Partition> createEnumerator(SplitEnumeratorContext<Partition> context) {
        return new Enumerator();
    }

    @Override
    public SplitEnumerator<Partition, Partition> restoreEnumerator(
            SplitEnumeratorContext<Partition> context, Partition checkpoint) {
        return new Enumerator();
    }

    @Override
    public SimpleVersionedSerializer<Partition> getSplitSerializer() {
        return new Partition.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<Partition> getEnumeratorCheckpointSerializer() {
        return new Partition.Serializer();
    }

    /** Who reads what is fixed. */
    private static final class Enumerator implements SplitEnumerator<Partition, Partition> {

        @Override
        public void start() {}

        @Override
        public void addReader(int subtask) {}

        @Override
        public void handleSplitRequest(int subtask, @Nullable String host) {}

        @Override
        public void addSplitsBack(List<Partition> splits, int subtask) {}

        @Override
        public Partition snapshotState(long checkpoint) {
            return new Partition(0);
        }

        @Override
        public void close() {}
    }
}
