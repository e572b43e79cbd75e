package dev.anlass.benchmarks.question;

import dev.anlass.engine.event.Event;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Effect;
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

/** What does one step cost, by what the event does and by how many triggers there are? One chain is open at most. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class StepBenchmark {

    private static final int CATEGORY = 7;
    private static final int NOW = 700;

    @Param({"100", "1000", "10000"})
    private int triggers;

    private CategoryShop shop;
    private CustomerState idle;
    private CustomerState looked;
    private CustomerState filled;
    private Event other;
    private Event look;
    private Event basket;
    private Event visit;

    @SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
    public StepBenchmark() {}

    @Setup
    public void setUp() throws IOException {
        shop = CategoryShop.of(triggers);
        other = shop.looked(-1, NOW);
        look = shop.looked(CATEGORY, NOW);
        basket = shop.putIntoBasket(CATEGORY, NOW);
        visit = shop.visited(NOW);
        idle = shop.looking(0);
        looked = settled(shop.then(idle, shop.looked(CATEGORY, 610)), 680);
        filled = settled(shop.then(looked, shop.putIntoBasket(CATEGORY, 685)), 690);
        require(1, looked);
        require(1, filled);
        boolean goesOut = completes().effects().stream().anyMatch(Effect.Request.class::isInstance);
        if (!goesOut) {
            throw new IllegalStateException("no action: " + completes().effects());
        }
    }

    private CustomerState settled(CustomerState state, int atSecond) {
        return shop.then(state, shop.looked(-1, atSecond));
    }

    private static void require(int chains, CustomerState state) {
        int open = state.facts().chains().size();
        if (open != chains) {
            throw new IllegalStateException(open + " chains are open");
        }
    }

    @Benchmark
    public StepResult startsNothing() {
        return shop.step(idle, other);
    }

    @Benchmark
    public StepResult starts() {
        return shop.step(idle, look);
    }

    @Benchmark
    public StepResult moves() {
        return shop.step(looked, basket);
    }

    @Benchmark
    public StepResult completes() {
        return shop.step(filled, visit);
    }
}
