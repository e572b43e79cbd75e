package dev.anlass.benchmarks.question;

import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.event.EventDecoder;
import dev.anlass.engine.step.Program;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/** What does it cost to decode a record under the bundled rules: one that rules read, one that none reads, a position? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecodeBenchmark {

    private static final long NOON = 1_772_452_800_000L;
    private static final String CUSTOMER = "customer-004711";

    /** What the record says. */
    public enum Kind {
        /** Some rule reads its type. */
        READ,
        /** The catalogue knows its type, but no rule reads it. */
        UNREAD,
        /** A position. */
        POSITION
    }

    @Param
    private Kind kind;

    private EventDecoder decoder;
    private byte[] structured;
    private Map<String, String> attributes;
    private byte[] data;

    @SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
    public DecodeBenchmark() {}

    @Setup
    public void setUp() throws IOException {
        Program program = BundledRules.program();
        JsonEvent event = event(kind);
        boolean isRead = program.timetable().at(NOON).reads(event.type());
        if (isRead == (kind == Kind.UNREAD)) {
            throw new IllegalStateException("the bundled rules have changed: read is " + isRead + " of " + event);
        }
        decoder = program.decoder();
        structured = event.structured();
        attributes = event.attributes();
        data = event.dataBytes();
    }

    private static JsonEvent event(Kind kind) {
        return switch (kind) {
            case READ -> new JsonEvent("product.viewed", CUSTOMER, "01J9Z3K7Q8", NOON, """
                    {"product_id":"p-1187","name":"The long way home","category":"book.novel","brand":"Acme",\
                    "price":24.9}""");
            case UNREAD -> new JsonEvent(BundledRules.UNREAD, CUSTOMER, "01J9Z3K7Q9", NOON, """
                    {"page":"/books/novels","depth":0.62,"referrer":"https://shop.example/books"}""");
            case POSITION -> JsonEvent.position(CUSTOMER, "01J9Z3K7QA", NOON, 47.372_713, 8.538_514);
        };
    }

    @Benchmark
    public Decoded structured() {
        return decoder.decode(structured, NOON);
    }

    @Benchmark
    public Decoded binary() {
        return decoder.decode(attributes, data, NOON);
    }
}
