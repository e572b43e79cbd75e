package dev.anlass.benchmarks.question;

import dev.anlass.engine.place.Fence;
import dev.anlass.engine.place.FenceIndex;
import dev.anlass.engine.place.Position;
import java.util.List;
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

/** What does it cost to find the fences around a position, among 100,000 circles or 10,000 polygons? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FenceBenchmark {

    private static final int POSITIONS = 1 << 16;

    /** What the fences are. */
    public enum Fences {
        /** 100,000 circles of 100 m. */
        CIRCLES,
        /** 10,000 polygons of 8 to 32 corners. */
        POLYGONS
    }

    @Param
    private Fences fences;

    private FenceIndex index;
    private Position[] inTown;
    private Position[] atSea;
    private int next;

    @SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
    public FenceBenchmark() {}

    @Setup
    public void setUp() {
        Towns towns = new Towns();
        index = FenceIndex.of(fences == Fences.CIRCLES ? towns.shops() : towns.districts());
        inTown = new Position[POSITIONS];
        atSea = new Position[POSITIONS];
        for (int i = 0; i < POSITIONS; i++) {
            inTown[i] = towns.inTown().asPosition();
            atSea[i] = towns.atSea().asPosition();
        }
    }

    @Benchmark
    public List<Fence> inTown() {
        return index.containing(inTown[turn()]);
    }

    @Benchmark
    public List<Fence> nowhereNear() {
        return index.containing(atSea[turn()]);
    }

    private int turn() {
        next = (next + 1) & (POSITIONS - 1);
        return next;
    }
}
