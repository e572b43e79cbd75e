package dev.anlass.benchmarks.throughput;

import java.nio.ByteBuffer;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A partition of the stream.
 *
 * @param read how many of its records have been read
 */
record MixSplit(int partition, int read) implements SourceSplit {

    @Override
    public String splitId() {
        return String.valueOf(partition);
    }

    /** Two numbers. */
    static final class Serializer implements SimpleVersionedSerializer<MixSplit> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(MixSplit split) {
            return ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(split.partition())
                    .putInt(split.read())
                    .array();
        }

        @Override
        public MixSplit deserialize(int version, byte[] bytes) {
            ByteBuffer numbers = ByteBuffer.wrap(bytes);
            return new MixSplit(numbers.getInt(), numbers.getInt());
        }
    }
}
