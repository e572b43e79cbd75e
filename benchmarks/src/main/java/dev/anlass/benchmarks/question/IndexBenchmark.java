package dev.anlass.benchmarks.question;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.match.Facts;
import dev.anlass.engine.match.Remembered;
import java.io.IOException;
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

/**
 * What does it cost to ask the index of starts whether an event can start any of so many triggers? As a step asks: permission
 * is looked at first, and nothing is open.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IndexBenchmark {

    private static final int CATEGORY = 7;
    private static final int NOW = 700;

    @Param({"10", "100", "1000", "10000"})
    private int triggers;

    private CategoryShop shop;
    private Facts facts;
    private Remembered other;
    private Remembered look;

    @SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
    public IndexBenchmark() {}

    @Setup
    public void setUp() throws IOException {
        shop = CategoryShop.of(triggers);
        facts = shop.looking(0).facts();
        other = arrived(shop.looked(-1, NOW));
        look = arrived(shop.looked(CATEGORY, NOW));
        if (!findsNothing() || !findsOne()) {
            throw new IllegalStateException("of the two events only the second can start a trigger");
        }
    }

    private Remembered arrived(Event event) {
        return new Remembered(event, event.key(), facts.consents(), event.time());
    }

    @Benchmark
    public boolean findsNothing() {
        return shop.program().timetable().standstill(facts, other).isKept();
    }

    @Benchmark
    public boolean findsOne() {
        return !shop.program().timetable().standstill(facts, look).isKept();
    }
}
