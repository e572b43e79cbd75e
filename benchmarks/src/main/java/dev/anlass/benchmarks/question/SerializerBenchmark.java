package dev.anlass.benchmarks.question;

import dev.anlass.engine.step.CustomerState;
import dev.anlass.jobs.connector.RecordSource.InTopic;
import dev.anlass.jobs.operator.Arrival;
import dev.anlass.jobs.operator.ArrivalSerializer;
import dev.anlass.jobs.operator.Origin;
import dev.anlass.jobs.state.CustomerCodec;
import dev.anlass.jobs.state.StoredCustomer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What does it cost to carry an arrival to its subtask, and to store and to load a customer? */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SerializerBenchmark {

    private static final int TRIGGERS = 100;
    private static final int BUFFER_BYTES = 4_096;

    /** A look at a product, with where it came from. */
    @State(Scope.Benchmark)
    public static class OneArrival {

        private final ArrivalSerializer serializer = new ArrivalSerializer();
        private final DataOutputSerializer out = new DataOutputSerializer(BUFFER_BYTES);
        private final DataInputDeserializer in = new DataInputDeserializer();
        private Arrival arrival;

        @SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
        public OneArrival() {}

        @Setup
        public void setUp() throws IOException {
            Origin origin = new Origin(new InTopic("events", 3, 123_456_789L), new byte[32], 1_772_442_700_000L);
            arrival = new Arrival.OfEvent(CategoryShop.of(TRIGGERS).looked(1, 700), origin);
        }
    }

    /** A customer with some chains open. */
    @State(Scope.Benchmark)
    public static class OneCustomer {

        @Param({"0", "1", "20", "100"})
        private int chains;

        private CategoryShop shop;
        private CustomerState state;
        private byte[] bytes;

        @SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
        public OneCustomer() {}

        @Setup
        public void setUp() throws IOException {
            shop = CategoryShop.of(TRIGGERS);
            state = shop.looking(chains);
            bytes = encoded(state);
        }
    }

    private static byte[] encoded(CustomerState state) {
        return CustomerCodec.encode(new StoredCustomer(state.stored(), Long.MAX_VALUE));
    }

    @Benchmark
    public Arrival arrivalWrittenAndRead(OneArrival one) throws IOException {
        one.out.clear();
        one.serializer.serialize(one.arrival, one.out);
        one.in.setBuffer(one.out.getSharedBuffer(), 0, one.out.length());
        return one.serializer.deserialize(one.in);
    }

    /** To the bytes that are written to the state. */
    @Benchmark
    public byte[] customerStored(OneCustomer one) {
        return encoded(one.state);
    }

    /** From the bytes that are read from the state, ready for a step. */
    @Benchmark
    public CustomerState customerLoaded(OneCustomer one) {
        return CustomerState.restored(
                one.shop.program(), CustomerCodec.decode(one.bytes).state());
    }
}
