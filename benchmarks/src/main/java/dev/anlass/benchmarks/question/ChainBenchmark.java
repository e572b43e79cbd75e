package dev.anlass.benchmarks.question;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.StepResult;
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

/** What does one step cost by how many chains the customer has open, of 1,000 triggers? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ChainBenchmark {

    private static final int TRIGGERS = 1_000;
    private static final int NOW = 700;

    @Param({"0", "1", "20", "100"})
    private int chains;

    private CategoryShop shop;
    private CustomerState state;
    private Event look;
    private Event otherBasket;
    private Event basket;

    @SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
    public ChainBenchmark() {}

    @Setup
    public void setUp() throws IOException {
        shop = CategoryShop.of(TRIGGERS);
        state = shop.looking(chains);
        look = shop.looked(-1, NOW);
        otherBasket = shop.putIntoBasket(-1, NOW);
        basket = shop.putIntoBasket(0, NOW);
        if (state.facts().chains().size() != chains) {
            throw new IllegalStateException(state.facts().chains().size() + " chains are open");
        }
    }

    /** An event of the type that starts chains; it is not what any trigger looks for. */
    @Benchmark
    public StepResult startsNothing() {
        return shop.step(state, look);
    }

    /** An event of the type that every open chain waits for; it fits none. */
    @Benchmark
    public StepResult movesNone() {
        return shop.step(state, otherBasket);
    }

    /** The same; it fits one if there is one. */
    @Benchmark
    public StepResult movesOne() {
        return shop.step(state, basket);
    }
}
