package dev.anlass.jobs.operator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** Says what time it is, once each period, in milliseconds since 1970. Keeps no state; to be run with parallelism 1. */
public final class TickSource implements Source<Long, TickSource.None, TickSource.None> {

    private final long periodMillis;

    public TickSource(Duration period) {
        this.periodMillis = period.toMillis();
    }

    /** There is nothing to divide and nothing to remember. */
    public enum None implements SourceSplit {
        NONE;

        @Override
        public String splitId() {
            return name();
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<Long, None> createReader(SourceReaderContext context) {
        return new Reader(periodMillis);
    }

    @Override
    public SplitEnumerator<None, None> createEnumerator(SplitEnumeratorContext<None> context) {
        return new Enumerator();
    }

    @Override
    public SplitEnumerator<None, None> restoreEnumerator(SplitEnumeratorContext<None> context, None checkpoint) {
        return new Enumerator();
    }

    @Override
    public SimpleVersionedSerializer<None> getSplitSerializer() {
        return new NoneSerializer();
    }

    @Override
    public SimpleVersionedSerializer<None> getEnumeratorCheckpointSerializer() {
        return new NoneSerializer();
    }

    private static final class Reader implements SourceReader<Long, None> {

        private final long periodMillis;
        private long next = Long.MIN_VALUE;

        Reader(long periodMillis) {
            this.periodMillis = periodMillis;
        }

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<Long> output) {
            long now = System.currentTimeMillis();
            if (now >= next) {
                output.collect(now);
                next = now + periodMillis;
            }
            return InputStatus.NOTHING_AVAILABLE;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            long wait = Math.max(1, next - System.currentTimeMillis());
            return CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS));
        }

        @Override
        public List<None> snapshotState(long checkpoint) {
            return List.of();
        }

        @Override
        public void addSplits(List<None> splits) {}

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }

    private static final class Enumerator implements SplitEnumerator<None, None> {

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtask, @Nullable String host) {}

        @Override
        public void addSplitsBack(List<None> splits, int subtask) {}

        @Override
        public void addReader(int subtask) {}

        @Override
        public None snapshotState(long checkpoint) {
            return None.NONE;
        }

        @Override
        public void close() {}
    }

    private static final class NoneSerializer implements SimpleVersionedSerializer<None> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(None none) {
            return new byte[0];
        }

        @Override
        public None deserialize(int version, byte[] bytes) {
            return None.NONE;
        }
    }
}
